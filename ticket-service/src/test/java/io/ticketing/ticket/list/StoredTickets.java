package io.ticketing.ticket.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.ticketing.events.Priority;
import io.ticketing.outbox.OutboxState;
import io.ticketing.testing.Eventually;
import io.ticketing.ticket.PriorityRank;
import io.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.conversions.Bson;

/** Brings tickets into a state that would take a while to come about. */
@ApplicationScoped
class StoredTickets {

    private final Tickets tickets;

    StoredTickets(Tickets tickets) {
        this.tickets = tickets;
    }

    void set(String id, String field, Object value) {
        update(id, Updates.set(field, value));
    }

    void setPriority(String id, Priority priority) {
        update(
                id,
                Updates.combine(
                        Updates.set("priority", priority), Updates.set("priorityRank", PriorityRank.of(priority))));
    }

    /** Lets a ticket look as if it was opened, and changed last, at that time. */
    void setTime(String id, Instant time) {
        update(id, Updates.combine(Updates.set("createdAt", time), Updates.set("updatedAt", time)));
    }

    /** Leaves it with a last fact that nobody gets round to telling. */
    void setDeleted(String id) {
        Eventually.eventually(() -> assertThat(tickets.findById(id).outbox()).isNull());
        set(id, "outbox", new OutboxState(List.of(), Instant.now().plus(Duration.ofHours(1)), true));
    }

    private void update(String id, Bson update) {
        tickets.mongoCollection().updateOne(Filters.eq("_id", id), update);
    }
}
