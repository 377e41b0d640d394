package io.ticketing.notification.delivery;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which tickets are gone: their ids alone, for as long as the topics that the services make can bring a fact of them that would owe a mail. */
@ApplicationScoped
public class DeletedTickets {

    /** A week on the topic, a day until the broker closes the segment, and as much again. */
    private static final long KEPT_DAYS = 16;

    private final MongoCollection<Document> tickets;
    private final Clock clock;

    DeletedTickets(MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database, Clock clock) {
        this.tickets = mongo.getDatabase(database).getCollection("deleted-tickets");
        this.clock = clock;
    }

    void ensureIndexes(@Observes @Priority(100) StartupEvent event) {
        tickets.createIndex(
                Indexes.ascending("heardAt"), new IndexOptions().name("kept").expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    }

    /** Knows from now on that this ticket is gone. */
    void add(String ticketId) {
        tickets.replaceOne(
                eq("_id", ticketId),
                new Document("_id", ticketId).append("heardAt", clock.instant()),
                new ReplaceOptions().upsert(true));
    }

    /** Whether the ticket that this mail is about is known to be gone. */
    public boolean containsTicketOf(DeliveryDocument delivery) {
        AssignedTicket ticket = delivery.ticket();
        return ticket != null && tickets.find(eq("_id", ticket.id())).first() != null;
    }
}
