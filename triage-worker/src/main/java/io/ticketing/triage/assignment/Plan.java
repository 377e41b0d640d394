package io.ticketing.triage.assignment;

import java.util.List;

/** What ranking the staff for a ticket comes to. */
public sealed interface Plan {

    /** Everybody who was considered. */
    List<Candidate> candidates();

    /**
     * Somebody should get it.
     *
     * @param to who
     * @param openTickets what lay on his desk when he was chosen
     * @param explanation why he, in words
     */
    record Give(StaffMember to, int openTickets, String explanation, List<Candidate> candidates) implements Plan {}

    /**
     * Nobody can take it now.
     *
     * @param reason why, in words
     */
    record Wait(String reason, List<Candidate> candidates) implements Plan {}
}
