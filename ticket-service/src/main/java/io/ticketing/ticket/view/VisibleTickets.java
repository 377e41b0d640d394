package io.ticketing.ticket.view;

import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.Tickets;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds tickets for callers: staff see any, everybody else the own ones, and one that somebody may not see is as good as none. */
@ApplicationScoped
public class VisibleTickets {

    private final Tickets tickets;

    VisibleTickets(Tickets tickets) {
        this.tickets = tickets;
    }

    /**
     * That ticket.
     *
     * @throws ProblemException 404 when there is none, or none that the caller may see
     */
    public Ticket get(String id, Caller caller) {
        return tickets.ticket(id).filter(found -> isVisible(found, caller)).orElseThrow(VisibleTickets::none);
    }

    /** Whether the caller may see it. */
    public static boolean isVisible(Ticket ticket, Caller caller) {
        return caller.isStaff() || ticket.isOf(caller.userId());
    }

    /** What a caller hears of a ticket that he may not see, and of one that does not exist. */
    public static ProblemException none() {
        return new ProblemException(Failure.of(404));
    }
}
