package io.ticketing.ticket;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/** The collection of tickets, with the indexes that its queries need. */
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

    void createIndexes(@Observes StartupEvent event) {
        mongoCollection()
                .createIndexes(List.of(
                        new IndexModel(Indexes.descending("createdAt", "_id")),
                        new IndexModel(Indexes.compoundIndex(
                                Indexes.ascending("createdBy"), Indexes.descending("createdAt", "_id"))),
                        new IndexModel(Indexes.compoundIndex(
                                Indexes.ascending("assignedTo"), Indexes.descending("createdAt", "_id")))));
    }
}
