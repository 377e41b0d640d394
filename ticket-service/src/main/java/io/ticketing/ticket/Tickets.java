package io.ticketing.ticket;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** The collection of tickets, with the indexes that its queries need. */
@ApplicationScoped
public class Tickets implements PanacheMongoRepositoryBase<TicketDocument, String> {

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
