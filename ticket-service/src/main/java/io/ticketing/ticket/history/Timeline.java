package io.ticketing.ticket.history;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.ClientSession;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.conversions.Bson;

/** The timelines of all tickets. They only grow, in the transaction of what they tell of, and go with their ticket. */
@ApplicationScoped
public class Timeline implements PanacheMongoRepositoryBase<TimelineEntryDocument, String> {

    void createIndexes(@Observes StartupEvent event) {
        mongoCollection()
                .createIndexes(List.of(
                        new IndexModel(Indexes.ascending("ticketId", "number"), new IndexOptions().unique(true)),
                        new IndexModel(Indexes.ascending("ticketId", "staffOnly", "number"))));
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

    /** Those of the notes that say something new: what a machine suggests again, in place of the same value, was suggested already. */
    public List<TimelineNote> news(ClientSession transaction, String ticketId, List<TimelineNote> notes) {
        return notes.stream()
                .filter(note ->
                        note.action() != TimelineAction.SUGGESTED || !isSuggestedBefore(transaction, ticketId, note))
                .toList();
    }

    private boolean isSuggestedBefore(ClientSession transaction, String ticketId, TimelineNote note) {
        Bson ofThatField =
                and(eq("ticketId", ticketId), eq("action", TimelineAction.SUGGESTED), eq("field", note.field()));
        return mongoCollection().find(transaction, ofThatField).into(new ArrayList<>()).stream()
                .anyMatch(entry -> Objects.equals(entry.from(), note.from()) && Objects.equals(entry.to(), note.to()));
    }

    /**
     * Entries of a ticket's timeline, oldest first.
     *
     * @param staffOnlyToo whether those are among them that the requester may not know of
     * @param behind the number of the last one that is not wanted any more
     * @param most how many at most
     */
    public List<TimelineEntryDocument> of(String ticketId, boolean staffOnlyToo, long behind, int most) {
        return mongoCollection()
                .find(and(of(ticketId, staffOnlyToo), gt("number", behind)))
                .sort(Sorts.ascending("number"))
                .limit(most)
                .into(new ArrayList<>());
    }

    /** The number of an entry of that ticket's timeline; empty when there is none, or none that the caller may know of. */
    public Optional<Long> number(String ticketId, boolean staffOnlyToo, String entryId) {
        return Optional.ofNullable(mongoCollection()
                        .find(and(eq("_id", entryId), of(ticketId, staffOnlyToo)))
                        .first())
                .map(TimelineEntryDocument::number);
    }

    /** Removes the timeline of a ticket that is deleted. */
    public void remove(ClientSession transaction, String ticketId) {
        mongoCollection().deleteMany(transaction, eq("ticketId", ticketId));
    }

    private static Bson of(String ticketId, boolean staffOnlyToo) {
        return and(eq("ticketId", ticketId), staffOnlyToo ? empty() : eq("staffOnly", false));
    }

    private static TimelineEntryDocument entry(
            String ticketId, long number, long version, Instant now, TimelineNote note) {
        return new TimelineEntryDocument(
                QuietId.next(),
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
