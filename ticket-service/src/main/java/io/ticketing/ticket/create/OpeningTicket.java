package io.ticketing.ticket.create;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.ClientSession;
import io.ticketing.events.TicketCreated;
import io.ticketing.ticket.ChangingTickets;
import io.ticketing.ticket.Ticket;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.FieldError;
import io.ticketing.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.bson.types.ObjectId;

/** Opens a ticket and tells of it, in one transaction; whether the broker is there does not matter. */
@ApplicationScoped
class OpeningTicket {

    private static final int UNPROCESSABLE = 422;

    private final ChangingTickets tickets;
    private final IdempotencyKeys keys;
    private final Clock clock;

    OpeningTicket(ChangingTickets tickets, IdempotencyKeys keys, Clock clock) {
        this.tickets = tickets;
        this.keys = keys;
        this.clock = clock;
    }

    Ticket open(NewTicket wanted) {
        return open(wanted, (session, ticket) -> {});
    }

    /**
     * Opens it once, however often and by however many at once that is asked for within a day.
     *
     * @param fingerprint of the request that the key stands for
     * @return the ticket as it was when it was opened
     * @throws ProblemException 422 when the key stands for another request
     */
    Ticket openOnce(NewTicket wanted, IdempotencyKey key, String fingerprint) {
        String keyId = key.ofUser(wanted.requesterId());
        Optional<Ticket> ticket = opened(wanted, keyId, fingerprint);
        while (ticket.isEmpty()) {
            ticket = tryToOpen(wanted, keyId, fingerprint).or(() -> opened(wanted, keyId, fingerprint));
        }
        return ticket.get();
    }

    /** What became of the same request before. Of the ticket nothing is kept for that: all else is in the request. */
    private Optional<Ticket> opened(NewTicket wanted, String keyId, String fingerprint) {
        return keys.find(keyId, now()).map(use -> {
            if (!use.fingerprint().equals(fingerprint)) {
                throw new ProblemException(anotherRequest());
            }
            return wanted.opened(use.ticketId(), use.createdAt());
        });
    }

    /** Empty when somebody else was faster. */
    private Optional<Ticket> tryToOpen(NewTicket wanted, String keyId, String fingerprint) {
        try {
            return Optional.of(open(
                    wanted,
                    (session, ticket) -> keys.take(
                            session, new IdempotencyKeyDocument(keyId, fingerprint, ticket.id(), ticket.createdAt()))));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private Ticket open(NewTicket wanted, BiConsumer<ClientSession, Ticket> alongside) {
        Ticket ticket = wanted.opened(new ObjectId().toHexString(), now());
        TicketCreated fact = new TicketCreated(
                ticket.id(), ticket.createdBy(), ticket.title(), ticket.description(), ticket.hashtags());
        tickets.open(ticket, fact, session -> alongside.accept(session, ticket));
        return ticket;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Failure anotherRequest() {
        return new Failure(
                UNPROCESSABLE,
                "The Idempotency-Key stands for another request.",
                List.of(new FieldError(IdempotencyKey.HEADER, "must be a new one for another body")),
                Map.of(),
                null);
    }
}
