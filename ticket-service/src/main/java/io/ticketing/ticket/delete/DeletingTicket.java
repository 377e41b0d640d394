package io.ticketing.ticket.delete;

import io.ticketing.events.Actor;
import io.ticketing.ticket.ChangingTickets;
import io.ticketing.ticket.ErasedWithTicket;
import io.ticketing.ticket.view.VisibleTickets;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.precondition.IfMatch;
import io.ticketing.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/** Deletes a ticket with all that was said and done about it; nothing of it can be brought back. */
@ApplicationScoped
class DeletingTicket {

    private final ChangingTickets changing;
    private final Instance<ErasedWithTicket> others;

    DeletingTicket(ChangingTickets changing, @Any Instance<ErasedWithTicket> others) {
        this.changing = changing;
        this.others = others;
    }

    /**
     * Deletes it.
     *
     * @throws ProblemException 404 or 412
     */
    void delete(String ticketId, IfMatch seen, Caller caller) {
        Actor by = Actor.person(caller.userId());
        boolean deleted =
                changing.delete(ticketId, seen, by, session -> others.forEach(other -> other.erase(session, ticketId)));
        if (!deleted) {
            throw VisibleTickets.none();
        }
    }
}
