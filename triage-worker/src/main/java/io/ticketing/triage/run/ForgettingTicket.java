package io.ticketing.triage.run;

import io.ticketing.deadletters.ForgettingLetters;
import io.ticketing.events.TicketDeleted;
import io.ticketing.triage.desk.KeepingDesks;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps nothing of a deleted ticket but its id. First the case is closed, so that nothing begins anew; then its runs go, with all that they
 * hold of its text, and whoever works on one finds it gone when he writes.
 */
@ApplicationScoped
class ForgettingTicket {

    private final KeepingDesks desks;
    private final TriageRuns runs;
    private final ForgettingLetters letters;

    ForgettingTicket(KeepingDesks desks, TriageRuns runs, ForgettingLetters letters) {
        this.desks = desks;
        this.runs = runs;
        this.letters = letters;
    }

    /** Done again it changes nothing. */
    void forget(TicketDeleted deleted) {
        desks.deleted(deleted);
        runs.removeAllOf(deleted.ticketId());
        letters.forget(deleted.ticketId());
    }
}
