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
    private final List<Skilled> staff;
    private final Map<String, DeskLoad> desks;
    private final Instant at;

    private Outlook(Ranking ranking, List<Skilled> staff, Map<String, DeskLoad> desks, Instant at) {
        this.ranking = ranking;
        this.staff = staff;
        this.desks = desks;
        this.at = at;
    }

    /** That staff at their desks, at that time. */
    static Outlook of(Ranking ranking, List<StaffMember> staff, Map<String, DeskLoad> desks, Instant at) {
        return new Outlook(ranking, staff.stream().map(ranking::skilled).toList(), desks, at);
    }

    /** What should happen with the ticket. */
    public Plan plan(Need need) {
        return ranking.plan(need, staff, desks, at);
    }

    /** What it would mean to leave the ticket on the desk where it lies; empty when its owner could not have it now. */
    Optional<Plan.Give> keeping(Need need, String holder) {
        Map<String, DeskLoad> without = new HashMap<>(desks);
        without.computeIfPresent(holder, (id, load) -> load.withOneLess());
        return ranking.keeping(need, holder, staff, without, at);
    }

    /** The same, when that plan is carried out. */
    public Outlook after(Plan.Give give) {
        Map<String, DeskLoad> then = new HashMap<>(desks);
        then.put(give.to().id(), new DeskLoad(give.openTickets() + 1, at));
        return new Outlook(ranking, staff, then, at);
    }
}
