package io.ticketing.ticket.assign;

import io.ticketing.events.Actor;
import io.ticketing.standing.KnownUsers;
import io.ticketing.ticket.ChangingTickets;
import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.TicketChange;
import io.ticketing.ticket.Tickets;
import io.ticketing.ticket.Triage;
import io.ticketing.ticket.history.TicketField;
import io.ticketing.ticket.release.ReleasingTickets;
import io.ticketing.ticket.view.VisibleTickets;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.precondition.IfMatch;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.FieldError;
import io.ticketing.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** A person's decision on who works on a ticket: it ends the search of triage, and only a person or the assignee's end overturns it. */
@ApplicationScoped
class AssigningTicket {

    private static final String OVER = "The ticket is over; reopen it first.";
    private static final String TAKEN_AWAY =
            "A person took it from whoever had it; somebody has to say who does it now.";
    private static final String CANNOT_WORK =
            "Only an active moderator or admin who has completed the onboarding can have tickets.";

    private final ChangingTickets changing;
    private final Tickets tickets;
    private final KnownUsers users;
    private final ReleasingTickets releasing;
    private final Clock clock;

    AssigningTicket(
            ChangingTickets changing, Tickets tickets, KnownUsers users, ReleasingTickets releasing, Clock clock) {
        this.changing = changing;
        this.tickets = tickets;
        this.users = users;
        this.releasing = releasing;
        this.clock = clock;
    }

    /**
     * Gives the ticket to that user.
     *
     * @return the ticket as it is now; without assignee when that user was lost at the same moment
     * @throws ProblemException 404, 412, or 409 when the ticket is over or the user cannot work
     */
    Ticket assign(String ticketId, IfMatch seen, String assigneeId, Caller caller) {
        Ticket assigned = change(ticketId, seen, change -> assigned(change, assigneeId, Actor.person(caller.userId())));
        return releasing.releaseIfHindered(assigneeId)
                ? tickets.ticket(ticketId).orElseThrow(VisibleTickets::none)
                : assigned;
    }

    /**
     * Takes the ticket from whoever has it.
     *
     * @throws ProblemException 404, 412, or 409 when the ticket is over
     */
    Ticket unassign(String ticketId, IfMatch seen, Caller caller) {
        return change(ticketId, seen, change -> unassigned(change, Actor.person(caller.userId())));
    }

    private Ticket change(String ticketId, IfMatch seen, UnaryOperator<TicketChange> decide) {
        return changing.change(ticketId, seen, ticket -> {
                    TicketChange change = decide.apply(TicketChange.of(ticket));
                    if (ticket.isOver()
                            && !Objects.equals(
                                    ticket.assignedTo(), change.after().assignedTo())) {
                        throw new ProblemException(Failure.of(409, OVER));
                    }
                    return change;
                })
                .orElseThrow(VisibleTickets::none);
    }

    private TicketChange assigned(TicketChange change, String assigneeId, Actor by) {
        if (!canWork(assigneeId)) {
            List<FieldError> errors = List.of(new FieldError("assigneeId", "must be an active moderator or admin"));
            throw new ProblemException(new Failure(409, CANNOT_WORK, errors, Map.of(), null));
        }
        Triage before = change.before().triage();
        return change.then(by, null, edit -> edit.assignedTo(assigneeId).setByPerson(TicketField.ASSIGNED_TO))
                .then(Actor.rule(), null, edit -> edit.triage(before.assignedByPerson(clock.instant())));
    }

    private TicketChange unassigned(TicketChange change, Actor by) {
        Triage before = change.before().triage();
        return change.before().assignedTo() == null
                ? change
                : change.then(by, null, edit -> edit.assignedTo(null))
                        .then(Actor.rule(), null, edit -> edit.triage(before.needsPerson(TAKEN_AWAY, clock.instant())));
    }

    private boolean canWork(String userId) {
        return users.find(userId)
                .filter(user -> user.onboarded() && user.hindrance().isEmpty())
                .isPresent();
    }
}
