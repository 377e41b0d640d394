package io.ticketing.ticket.create;

import io.ticketing.events.TicketCreated;
import io.ticketing.ticket.ChangingTickets;
import io.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.types.ObjectId;

/** Opens a ticket and tells of it, in one write; whether the broker is there does not matter. */
@ApplicationScoped
class OpeningTicket {

    private final ChangingTickets tickets;
    private final Clock clock;

    OpeningTicket(ChangingTickets tickets, Clock clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    Ticket open(String requesterId, String title, String description, List<String> hashtags) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String id = new ObjectId().toHexString();
        Ticket ticket = Ticket.opened(id, requesterId, title, description, hashtags, now);
        tickets.open(ticket, new TicketCreated(id, requesterId, title, description, hashtags), alongside -> {});
        return ticket;
    }
}
