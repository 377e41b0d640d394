package io.ticketing.triage.assignment;

import io.ticketing.triage.desk.DeskLoad;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The staff and their desks at one moment, to plan many tickets with. */
public final class Outlook {

    private final Ranking ranking;
    private final List<StaffMember> staff;
    private final Map<String, DeskLoad> desks;
    private final Instant at;

    Outlook(Ranking ranking, List<StaffMember> staff, Map<String, DeskLoad> desks, Instant at) {
        this.ranking = ranking;
        this.staff = staff;
        this.desks = desks;
        this.at = at;
    }

    /** What should happen with the ticket. */
    public Plan plan(Need need) {
        return ranking.plan(need, staff, desks, at);
    }

    /** What it would mean to leave the ticket on the desk where it lies; empty when its owner could not have it now. */
    Optional<Plan.Give> keeping(Need need, String holder) {
        Map<String, DeskLoad> without = new HashMap<>(desks);
        without.computeIfPresent(holder, (id, load) -> load.withOneLess());
        return ranking.keeping(need, holder, staff, without);
    }

    /** Whether somebody could take the ticket. */
    public boolean isServable(Need need) {
        return plan(need) instanceof Plan.Give;
    }
}
