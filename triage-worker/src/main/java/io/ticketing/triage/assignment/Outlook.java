package io.ticketing.triage.assignment;

import io.ticketing.triage.desk.DeskLoad;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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

    /** Whether somebody could take the ticket. */
    public boolean isServable(Need need) {
        return plan(need) instanceof Plan.Give;
    }
}
