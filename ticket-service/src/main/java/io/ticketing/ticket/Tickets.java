package io.ticketing.ticket;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.bson.conversions.Bson;

/** The collection of tickets. */
@ApplicationScoped
public class Tickets implements PanacheMongoRepositoryBase<TicketDocument, String> {

    /** A deleted ticket is there until its last fact is out, but nobody sees it. */
    public static final Bson NOT_DELETED = exists("outbox.removeWhenEmpty", false);

    /** That ticket, if there is one. */
    public Optional<Ticket> ticket(String id) {
        return Optional.ofNullable(
                        mongoCollection().find(and(eq("_id", id), NOT_DELETED)).first())
                .map(TicketDocument::ticket);
    }
}
