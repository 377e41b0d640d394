package io.ticketing.ticket.history;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.ClientSession;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.types.ObjectId;

/** The timelines of all tickets. They only grow, in the transaction of what they tell of, and go with their ticket. */
@ApplicationScoped
public class Timeline implements PanacheMongoRepositoryBase<TimelineEntryDocument, String> {

    void createIndexes(@Observes StartupEvent event) {
        mongoCollection().createIndex(Indexes.ascending("ticketId", "number"), new IndexOptions().unique(true));
    }

    /**
     * Appends entries.
     *
     * @param length how many entries the ticket's timeline has so far
     */
    public void append(
            ClientSession transaction,
            String ticketId,
            long version,
            long length,
            Instant now,
            List<TimelineNote> notes) {
        List<TimelineEntryDocument> entries = new ArrayList<>();
        for (TimelineNote note : notes) {
            entries.add(entry(ticketId, length + entries.size() + 1, version, now, note));
        }
        if (!entries.isEmpty()) {
            mongoCollection().insertMany(transaction, entries);
        }
    }

    /** Removes the timeline of a ticket that is deleted. */
    public void remove(ClientSession transaction, String ticketId) {
        mongoCollection().deleteMany(transaction, eq("ticketId", ticketId));
    }

    private static TimelineEntryDocument entry(
            String ticketId, long number, long version, Instant now, TimelineNote note) {
        return new TimelineEntryDocument(
                new ObjectId().toHexString(),
                ticketId,
                number,
                version,
                now,
                note.by(),
                note.action(),
                note.field(),
                note.from(),
                note.to(),
                note.reason(),
                note.staffOnly());
    }
}
