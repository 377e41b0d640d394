package io.ticketing.ticket.comment;

import static java.util.Objects.requireNonNull;

import io.ticketing.events.Actor;
import io.ticketing.events.TicketCommented;
import io.ticketing.events.TicketStatus;
import io.ticketing.ticket.ChangingTickets;
import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.TicketChange;
import io.ticketing.ticket.history.QuietId;
import io.ticketing.ticket.history.TimelineNote;
import io.ticketing.ticket.status.TicketMoves;
import io.ticketing.ticket.view.VisibleTickets;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.precondition.IfMatch;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.FieldError;
import io.ticketing.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Adds comments to tickets. One that everybody sees is a change of the ticket; of an internal one the requester must not find a trace, so the
 * ticket stays as it is. Where the requester has not found help after all, the ticket is taken up again.
 */
@ApplicationScoped
class Commenting {

    private final VisibleTickets visible;
    private final ChangingTickets changing;
    private final Comments comments;
    private final TicketMoves moves;
    private final Clock clock;

    Commenting(VisibleTickets visible, ChangingTickets changing, Comments comments, TicketMoves moves, Clock clock) {
        this.visible = visible;
        this.changing = changing;
        this.comments = comments;
        this.moves = moves;
        this.clock = clock;
    }

    /**
     * Adds what the caller says.
     *
     * @param seen the version of the ticket that has to be the newest
     * @throws ProblemException 404 for a ticket that the caller may not see, 403 for an internal comment of somebody who is not staff, 412, or 409
     *     when the ticket is closed to the requester
     */
    Comment add(Caller author, String ticketId, IfMatch seen, String body, boolean internal) {
        visible.get(ticketId, author);
        if (internal && !author.isStaff()) {
            throw new ProblemException(internalIsForStaff());
        }
        String id = QuietId.next();
        AtomicReference<Comment> added = new AtomicReference<>();
        Ticket after = changing.change(
                        ticketId, seen, ticket -> change(ticket, author, id, internal), (transaction, ticket) -> {
                            Comment comment = new Comment(
                                    id,
                                    ticketId,
                                    author.userId(),
                                    body,
                                    internal,
                                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
                            comments.add(transaction, comment);
                            added.set(comment);
                        })
                .orElseThrow(VisibleTickets::none);
        if (!internal) {
            moves.afterwards(after);
        }
        return requireNonNull(added.get());
    }

    /** Staff may add something at any time; a requester who is staff as well counts as staff. */
    private TicketChange change(Ticket ticket, Caller author, String commentId, boolean internal) {
        if (!author.isStaff() && ticket.status() == TicketStatus.CLOSED) {
            throw new ProblemException(Failure.of(409, "The ticket is closed."));
        }
        Actor by = Actor.person(author.userId());
        TicketChange commented = TicketChange.of(ticket)
                .telling(new TicketCommented(ticket.id(), commentId, author.userId(), internal))
                .noting(List.of(TimelineNote.commented(by, commentId, internal)));
        if (internal) {
            return commented;
        }
        return !author.isStaff() && ticket.status() == TicketStatus.RESOLVED
                ? moves.move(commented.touching(), TicketStatus.IN_PROGRESS, by)
                : commented.touching();
    }

    private static Failure internalIsForStaff() {
        return new Failure(
                403,
                "Only staff make internal comments.",
                List.of(new FieldError("internal", "is for staff alone")),
                Map.of(),
                null);
    }
}
