package io.ticketing.ticket.create;

import io.ticketing.events.Fact;
import io.ticketing.events.TicketCreated;
import io.ticketing.outbox.Outbox;
import io.ticketing.outbox.OutboxRelay;
import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.TicketDocument;
import io.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.types.ObjectId;

/** Opens a ticket and tells of it, in one write; whether the broker is there does not matter. */
@ApplicationScoped
class OpeningTicket {

    private final Tickets tickets;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final Clock clock;

    OpeningTicket(Tickets tickets, Outbox outbox, OutboxRelay relay, Clock clock) {
        this.tickets = tickets;
        this.outbox = outbox;
        this.relay = relay;
        this.clock = clock;
    }

    Ticket open(String requesterId, String title, String description, List<String> hashtags) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String id = new ObjectId().toHexString();
        Ticket ticket = Ticket.opened(id, requesterId, title, description, hashtags, now);
        Fact created =
                Fact.of(id, ticket.version(), now, new TicketCreated(id, requesterId, title, description, hashtags));
        tickets.mongoCollection().insertOne(TicketDocument.of(ticket, outbox.holding(created)));
        relay.carry(id);
        return ticket;
    }
}
