package io.ticketing.ticket.status;

import io.ticketing.events.Actor;
import io.ticketing.events.TicketStatus;
import io.ticketing.ticket.ChangingTickets;
import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.view.VisibleTickets;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.precondition.IfMatch;
import io.ticketing.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/** A person moves a ticket. */
@ApplicationScoped
class MovingTicket {

    private final ChangingTickets changing;
    private final TicketMoves moves;

    MovingTicket(ChangingTickets changing, TicketMoves moves) {
        this.changing = changing;
        this.moves = moves;
    }

    /**
     * Moves it there.
     *
     * @return the ticket as it is now
     * @throws ProblemException 404, 412, or 409 for a move back to {@code active}
     */
    Ticket move(String ticketId, IfMatch seen, TicketStatus next, Caller caller) {
        Actor by = Actor.person(caller.userId());
        return changing.change(ticketId, seen, ticket -> moves.move(ticket, next, by))
                .map(moves::afterwards)
                .orElseThrow(VisibleTickets::none);
    }
}
