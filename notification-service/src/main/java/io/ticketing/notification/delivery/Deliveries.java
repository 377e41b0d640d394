package io.ticketing.notification.delivery;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import io.quarkus.runtime.StartupEvent;
import io.ticketing.web.list.ReadableDocuments;
import io.ticketing.web.list.TimePlace;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.codecs.DecoderContext;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The deliveries in Mongo. Everything that senders do here is one atomic write, so any number of replicas may work side by side. */
@ApplicationScoped
public class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    /** The reason of a delivery that waits for its recipient, or the version of him that it is meant for, to become known. */
    public static final String UNKNOWN_RECIPIENT = "recipient not known yet";

    private final MongoCollection<DeliveryDocument> deliveries;

    Deliveries(MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.deliveries = mongo.getDatabase(database).getCollection("deliveries", DeliveryDocument.class);
    }

    void ensureIndexes(@Observes @Priority(100) StartupEvent event) {
        deliveries.createIndex(
                Indexes.ascending("nextAttemptAt"),
                new IndexOptions().name("due").sparse(true));
        deliveries.createIndex(Indexes.ascending("recipientId"), new IndexOptions().name("recipient"));
        deliveries.createIndex(
                Indexes.ascending("ticket.id"),
                new IndexOptions().name("ticket").sparse(true));
        deliveries.createIndex(Indexes.descending("createdAt", "_id"), new IndexOptions().name("newest"));
        deliveries.createIndex(
                Indexes.compoundIndex(Indexes.ascending("state"), Indexes.descending("createdAt", "_id")),
                new IndexOptions().name("newestOfState"));
    }

    /** That delivery, if its fact has been here. */
    public Optional<DeliveryDocument> find(String factId) {
        return Optional.ofNullable(deliveries.find(eq("_id", factId)).first());
    }

    /**
     * The newest, or those behind that place, of one state or of any. What a mail says is not read; a delivery that cannot be
     * read is left out.
     */
    public List<ListedDeliveryDocument> newestFirst(
            Optional<DeliveryState> state, Optional<TimePlace> after, int most) {
        Bson ofState = state.map(wanted -> eq("state", wanted)).orElseGet(Filters::empty);
        FindIterable<BsonDocument> found = deliveries
                .withDocumentClass(BsonDocument.class)
                .find(after.map(place -> behind(place, ofState)).orElse(ofState))
                .projection(ListedDeliveryDocument.FIELDS)
                .sort(Sorts.descending("createdAt", "_id"))
                .batchSize(most);
        try (MongoCursor<BsonDocument> documents = found.cursor()) {
            return ReadableDocuments.first(
                    most, documents, deliveries.getCodecRegistry().get(ListedDeliveryDocument.class));
        }
    }

    /** Adds a delivery; false when it is there already, in whatever state. */
    boolean add(DeliveryDocument delivery) {
        try {
            deliveries.insertOne(delivery);
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    /**
     * Claims the delivery that has been due for longest, if any is; no two senders get the same before the lease ends. One that cannot be read
     * is dead at once, so that it holds nobody up.
     *
     * @param inHand what is left alone, due or not
     */
    public Optional<DeliveryDocument> claim(Instant now, Instant leaseEnds, Set<String> inHand) {
        Optional<BsonDocument> due = claimRaw(now, leaseEnds, inHand);
        while (due.isPresent()) {
            Optional<DeliveryDocument> delivery = read(due.get(), now);
            if (delivery.isPresent()) {
                return delivery;
            }
            due = claimRaw(now, leaseEnds, inHand);
        }
        return Optional.empty();
    }

    /** Keeps a claimed delivery for longer; false, and nothing is written, when another sender has claimed it since, or it was removed. */
    public boolean renew(DeliveryDocument claimed, Instant leaseEnds) {
        return deliveries
                        .updateOne(
                                and(eq("_id", claimed.id()), eq("claim", claimed.claim())),
                                set("nextAttemptAt", leaseEnds))
                        .getMatchedCount()
                == 1;
    }

    /**
     * Writes down how the attempt ended; false, and nothing is written, when another sender has claimed the delivery since. That a mail was taken is
     * true whoever has claimed it: it is written all the same, and who has not sent it yet will find his claim gone.
     */
    public boolean end(DeliveryDocument claimed, Ending ending, Instant now) {
        Bson open = ending instanceof Ending.Sent ? ne("state", DeliveryState.SENT) : eq("claim", claimed.claim());
        return deliveries
                        .updateOne(and(eq("_id", claimed.id()), open), EndingWrite.of(ending, now))
                        .getMatchedCount()
                == 1;
    }

    /**
     * Makes that delivery due, if it waits for its first attempt; false when there is none of that fact. It is looked for first: one that came
     * after the change would be taken for released.
     */
    boolean release(String factId, Instant now) {
        boolean isThere = find(factId).isPresent();
        deliveries.updateOne(
                and(eq("_id", factId), eq("state", DeliveryState.QUEUED), gt("nextAttemptAt", now)),
                set("nextAttemptAt", now));
        return isThere;
    }

    /** Removes that delivery, whatever its state; a sender that has it in hand has lost its claim. */
    void remove(String factId) {
        deliveries.deleteOne(eq("_id", factId));
    }

    /** Removes what this recipient is or was owed, whatever its state; a sender that has any of it in hand has lost its claim. */
    void removeAllTo(String recipientId) {
        long removed = deliveries.deleteMany(eq("recipientId", recipientId)).getDeletedCount();
        if (removed > 0) {
            LOG.infof("deliveries to a deleted user removed: %d", removed);
        }
    }

    /** Removes every mail about this ticket, whatever its state; a sender that has one in hand has lost its claim. */
    void removeAllAbout(String ticketId) {
        long removed = deliveries.deleteMany(eq("ticket.id", ticketId)).getDeletedCount();
        if (removed > 0) {
            LOG.infof("deliveries about a deleted ticket removed: ticket=%s %d", ticketId, removed);
        }
    }

    private static Bson behind(TimePlace place, Bson ofState) {
        return or(
                and(ofState, lt("createdAt", place.at())),
                and(ofState, eq("createdAt", place.at()), lt("_id", place.id())));
    }

    private Optional<BsonDocument> claimRaw(Instant now, Instant leaseEnds, Set<String> inHand) {
        return Optional.ofNullable(deliveries
                .withDocumentClass(BsonDocument.class)
                .findOneAndUpdate(
                        and(lte("nextAttemptAt", now), nin("_id", inHand)),
                        combine(
                                set("state", DeliveryState.SENDING),
                                set("claim", UUID.randomUUID().toString()),
                                set("nextAttemptAt", leaseEnds),
                                set("updatedAt", now)),
                        new FindOneAndUpdateOptions()
                                .sort(Sorts.ascending("nextAttemptAt"))
                                .returnDocument(ReturnDocument.AFTER)));
    }

    private Optional<DeliveryDocument> read(BsonDocument claimed, Instant now) {
        try {
            return Optional.of(deliveries
                    .getCodecRegistry()
                    .get(DeliveryDocument.class)
                    .decode(
                            new BsonDocumentReader(claimed),
                            DecoderContext.builder().build()));
        } catch (RuntimeException unreadable) {
            LOG.warnf("delivery dead: %s", unreadable.getClass().getSimpleName());
            deliveries.updateOne(
                    and(eq("_id", claimed.get("_id")), eq("claim", claimed.get("claim"))),
                    EndingWrite.of(new Ending.Dead("could not be read", false), now));
            return Optional.empty();
        }
    }

    /** Makes what waits for this recipient to become known due at once; says whether there was anything. */
    boolean recipientIsKnown(String recipientId, Instant now) {
        return deliveries
                        .updateMany(
                                and(
                                        eq("recipientId", recipientId),
                                        eq("state", DeliveryState.DEFERRED),
                                        eq("lastError", UNKNOWN_RECIPIENT)),
                                set("nextAttemptAt", now))
                        .getModifiedCount()
                > 0;
    }
}
