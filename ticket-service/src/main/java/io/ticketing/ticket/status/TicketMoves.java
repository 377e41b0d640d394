package io.ticketing.ticket.status;

import io.ticketing.events.Actor;
import io.ticketing.events.TicketStatus;
import io.ticketing.standing.KnownUsers;
import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.TicketChange;
import io.ticketing.ticket.Tickets;
import io.ticketing.ticket.Triage;
import io.ticketing.ticket.history.TicketField;
import io.ticketing.ticket.release.ReleasingTickets;
import io.ticketing.ticket.release.WhyReleased;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The rules by which a ticket moves from one status to another: to any, but never back to {@code active}. */
@ApplicationScoped
public class TicketMoves {

    private static final String NOT_NEW_AGAIN = "A ticket that has left active never goes back there.";
    private static final String NOBODYS = "Reopened, and nobody has it; somebody has to say who does it now.";

    private final KnownUsers users;
    private final ReleasingTickets releasing;
    private final Tickets tickets;
    private final Clock clock;

    TicketMoves(KnownUsers users, ReleasingTickets releasing, Tickets tickets, Clock clock) {
        this.users = users;
        this.releasing = releasing;
        this.tickets = tickets;
        this.clock = clock;
    }

    /**
     * What it means for a ticket that somebody moves it there; nothing when it is there already. Reopened, it does not stay with an assignee who
     * cannot work any more: triage has to find somebody else. Where nobody had it, a person has to say who does.
     *
     * @throws ProblemException 409 for a move back to {@code active}
     */
    public TicketChange move(Ticket ticket, TicketStatus next, Actor by) {
        return move(TicketChange.of(ticket), next, by);
    }

    /** The same, of a ticket to which something else was done in the same change. */
    public TicketChange move(TicketChange change, TicketStatus next, Actor by) {
        Ticket ticket = change.after();
        if (ticket.status() == next) {
            return change;
        }
        if (next == TicketStatus.ACTIVE) {
            throw new ProblemException(Failure.of(409, NOT_NEW_AGAIN));
        }
        TicketChange moved = change.then(by, null, edit -> edit.status(next));
        return ticket.isOver() && !moved.after().isOver() ? withSomebody(moved) : moved;
    }

    /**
     * For whoever has written a move: the assignee may have become unable to work in between, and his other tickets been released before.
     *
     * @return the ticket as it is now
     */
    public Ticket afterwards(Ticket moved) {
        boolean isLost =
                moved.assignedTo() != null && !moved.isOver() && releasing.releaseIfHindered(moved.assignedTo());
        return isLost ? tickets.ticket(moved.id()).orElse(moved) : moved;
    }

    private TicketChange withSomebody(TicketChange reopened) {
        String assigneeId = reopened.before().assignedTo();
        return assigneeId == null
                ? waiting(reopened)
                : users.hindrance(assigneeId)
                        .map(hindrance -> searching(reopened, WhyReleased.of(hindrance)))
                        .orElse(reopened);
    }

    /** A run that was at work while the ticket was over has left it alone, so that nobody else would come. */
    private TicketChange waiting(TicketChange reopened) {
        Triage triage = reopened.before().triage().needsPerson(NOBODYS, clock.instant());
        return reopened.then(Actor.rule(), null, edit -> edit.triage(triage));
    }

    /** Whoever chose the assignee could not know this, so that the choice binds triage no more. */
    private TicketChange searching(TicketChange reopened, String why) {
        Triage triage = reopened.before().triage().pendingAgain(why, clock.instant());
        return reopened.then(Actor.rule(), why, edit -> edit.assignedTo(null)
                .setByNobody(TicketField.ASSIGNED_TO)
                .triage(triage));
    }
}
