package io.ticketing.ticket.change;

import io.ticketing.events.Actor;
import io.ticketing.ticket.ChangingTickets;
import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.TicketChange;
import io.ticketing.ticket.history.TicketField;
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
import java.util.Set;

/** Changes what a ticket says; a text that is another is triaged again, and what people have set stays. */
@ApplicationScoped
class ChangingFields {

    private static final String NOT_YOURS =
            "Staff change priority, skills and hashtags; the requester changes the text.";
    private static final String OVER = "The ticket is over: its text stays as it is, unless the ticket is reopened.";
    private static final String REWORDED = "The text is another; it is triaged again.";

    private final VisibleTickets visible;
    private final ChangingTickets changing;
    private final Clock clock;

    ChangingFields(VisibleTickets visible, ChangingTickets changing, Clock clock) {
        this.visible = visible;
        this.changing = changing;
        this.clock = clock;
    }

    /**
     * Changes a ticket.
     *
     * @return the ticket as it is now
     * @throws ProblemException 404, 403 with the fields that are not the caller's, 412, or 409 when the text stays
     */
    Ticket change(String ticketId, IfMatch seen, WantedChange wanted, Caller caller) {
        // Whoever may not see the ticket must not learn from a version that it is there.
        FieldRights rights = FieldRights.of(caller, visible.get(ticketId, caller));
        Set<TicketField> denied = rights.deniedOf(wanted.fields());
        if (!denied.isEmpty()) {
            List<FieldError> errors = denied.stream()
                    .map(field -> new FieldError(field.wireName(), "is not yours to change"))
                    .toList();
            throw new ProblemException(new Failure(403, NOT_YOURS, errors, Map.of(), null));
        }
        return changing.change(ticketId, seen, ticket -> changed(ticket, rights, wanted, caller))
                .orElseThrow(VisibleTickets::none);
    }

    private TicketChange changed(Ticket ticket, FieldRights rights, WantedChange wanted, Caller caller) {
        if (!rights.cover(wanted.fields(), ticket)) {
            throw new ProblemException(Failure.of(409, OVER));
        }
        TicketChange changed = TicketChange.of(ticket).then(Actor.person(caller.userId()), null, wanted::in);
        return isReworded(changed)
                ? changed.then(
                        Actor.rule(), null, edit -> edit.triage(ticket.triage().anew(REWORDED, clock.instant())))
                : changed;
    }

    private static boolean isReworded(TicketChange change) {
        Ticket before = change.before();
        Ticket after = change.after();
        return !before.title().equals(after.title()) || !before.description().equals(after.description());
    }
}
