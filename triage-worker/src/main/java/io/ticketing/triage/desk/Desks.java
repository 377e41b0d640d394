package io.ticketing.triage.desk;

import static com.mongodb.client.model.Aggregates.lookup;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Aggregates.unwind;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Projections.computed;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.ticketing.events.TicketStatus;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** All desks, in the collection {@code desks}. Every change is one atomic write, and harmless when repeated. */
public final class Desks {

    private final MongoCollection<DeskDocument> desks;
    private final Clock clock;

    /** The desks in that collection. */
    public Desks(MongoCollection<DeskDocument> desks, Clock clock) {
        this.desks = desks;
        this.clock = clock;
    }

    /** Makes the index behind {@link #holder}; harmless when it is there. */
    public void ensureIndex() {
        desks.createIndex(Indexes.ascending("open"));
    }

    /** How much lies on each desk that ever had a ticket. */
    public Map<String, DeskLoad> loads() {
        Map<String, DeskLoad> loads = new HashMap<>();
        desks.find()
                .forEach(desk ->
                        loads.put(desk.userId(), new DeskLoad(desk.open().size(), desk.lastAssignedAt())));
        return loads;
    }

    /** Whose desk the ticket lies on. */
    public Optional<String> holder(String ticketId) {
        return Optional.ofNullable(desks.find(eq("open", ticketId)).first()).map(DeskDocument::userId);
    }

    /** Whether the ticket lies on that desk. */
    public boolean has(String userId, String ticketId) {
        return desks.countDocuments(and(eq("_id", userId), eq("open", ticketId))) > 0;
    }

    /** Places of tickets of which it was not told that the desk's owner has them to do: they were taken a moment ago, or nobody needs them. */
    public List<Place> untold() {
        return desks.aggregate(
                        List.of(
                                unwind("$open"),
                                lookup("cases", "open", "_id", "case"),
                                match(or(
                                        expr(Document.parse("{$ne: [{$first: '$case.assigneeId'}, '$_id']}")),
                                        in("case.status", TicketStatus.RESOLVED, TicketStatus.CLOSED))),
                                project(fields(
                                        excludeId(), computed("userId", "$_id"), computed("ticketId", "$open")))),
                        Place.class)
                .into(new ArrayList<>());
    }

    /** Puts the ticket there if exactly {@code seen} tickets still lie there and it is none of them; false when it was too late. */
    public boolean claim(String userId, String ticketId, int seen) {
        return put(and(eq("_id", userId), ne("open", ticketId), size("open", seen)), ticketId, seen == 0);
    }

    /** Puts the ticket there, however much lies there, and takes it from all other desks. Says whether a place became free. */
    public boolean move(String userId, String ticketId) {
        Bson notThereYet = and(eq("_id", userId), ne("open", ticketId));
        boolean wasPut = put(notThereYet, ticketId, true);
        if (!wasPut) {
            // Either it lies there already, or somebody else made the desk at this moment.
            put(notThereYet, ticketId, false);
        }
        return pull(and(ne("_id", userId), eq("open", ticketId)), ticketId);
    }

    /** Takes the ticket from every desk. Says whether a place became free. */
    public boolean clear(String ticketId) {
        return pull(eq("open", ticketId), ticketId);
    }

    /** Takes the ticket from one desk, if it lies there. Says whether a place became free. */
    public boolean takeBack(String userId, String ticketId) {
        return pull(and(eq("_id", userId), eq("open", ticketId)), ticketId);
    }

    /** Removes the desk with all that lies on it. */
    public void remove(String userId) {
        desks.deleteOne(eq("_id", userId));
    }

    private boolean put(Bson where, String ticketId, boolean mayBeNew) {
        try {
            Bson change =
                    Updates.combine(Updates.addToSet("open", ticketId), Updates.set("lastAssignedAt", clock.instant()));
            var result = desks.updateOne(where, change, new UpdateOptions().upsert(mayBeNew));
            return result.getModifiedCount() == 1 || result.getUpsertedId() != null;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    private boolean pull(Bson where, String ticketId) {
        return desks.updateMany(where, Updates.pull("open", ticketId)).getModifiedCount() > 0;
    }
}
