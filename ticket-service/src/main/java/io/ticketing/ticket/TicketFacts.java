package io.ticketing.ticket;

import com.mongodb.client.MongoCollection;
import io.ticketing.outbox.OutboxSource;
import jakarta.enterprise.context.ApplicationScoped;

/** Facts of this service wait in the documents of the tickets that they tell of. */
@ApplicationScoped
class TicketFacts implements OutboxSource {

    private final Tickets tickets;

    TicketFacts(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public MongoCollection<?> collection() {
        return tickets.mongoCollection();
    }
}
