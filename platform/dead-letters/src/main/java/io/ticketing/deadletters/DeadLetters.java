package io.ticketing.deadletters;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

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
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.StartupEvent;
import io.ticketing.web.list.ReadableDocuments;
import io.ticketing.web.list.TimePlace;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The dead letters, in the collection {@code dead-letters} of the service's own database, for as long as their topic has them. */
@ApplicationScoped
class DeadLetters {

    private static final long KEPT_DAYS = 7;

    private final MongoCollection<DeadLetterDocument> letters;

    DeadLetters(MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.letters = mongo.getDatabase(database).getCollection("dead-letters", DeadLetterDocument.class);
    }

    void ensureIndexes(@Observes @Priority(100) StartupEvent event) {
        letters.createIndex(
                Indexes.ascending("at"), new IndexOptions().name("kept").expireAfter(KEPT_DAYS, TimeUnit.DAYS));
        letters.createIndex(Indexes.descending("at", "_id"), new IndexOptions().name("newest"));
        letters.createIndex(Indexes.ascending("key"), new IndexOptions().name("key"));
    }

    /** Keeps a letter; one that is there stays as it is. Says whether it is new. */
    boolean keep(DeadLetterDocument letter) {
        try {
            letters.insertOne(letter);
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    Optional<DeadLetterDocument> find(String id) {
        return Optional.ofNullable(letters.find(eq("_id", id)).first());
    }

    /** The newest, or those behind that place; without their data, which may be large. One that cannot be read is left out. */
    List<DeadLetterDocument> newestFirst(Optional<TimePlace> after, int most) {
        FindIterable<BsonDocument> found = letters.withDocumentClass(BsonDocument.class)
                .find(after.map(DeadLetters::behind).orElseGet(Filters::empty))
                .projection(Projections.exclude("value", "headers.value"))
                .sort(Sorts.descending("at", "_id"))
                .batchSize(most);
        try (MongoCursor<BsonDocument> documents = found.cursor()) {
            return ReadableDocuments.first(
                    most, documents, letters.getCodecRegistry().get(DeadLetterDocument.class));
        }
    }

    /** Removes one; harmless when it is not there. */
    void remove(String id) {
        letters.deleteOne(eq("_id", id));
    }

    /** Removes those whose records had that key; says how many there were. */
    long removeAllOf(String key) {
        return letters.deleteMany(eq("key", key)).getDeletedCount();
    }

    /** It was handled after all; empty when it is not there any more. */
    Optional<DeadLetterDocument> handled(String id, Instant now) {
        return tried(id, Updates.set("replayedAt", now));
    }

    /** It was tried once more, in vain; empty when it is not there any more. */
    Optional<DeadLetterDocument> diedAgain(String id, String reason) {
        return tried(id, Updates.combine(Updates.set("reason", reason), Updates.unset("replayedAt")));
    }

    private Optional<DeadLetterDocument> tried(String id, Bson outcome) {
        return Optional.ofNullable(letters.findOneAndUpdate(
                eq("_id", id),
                Updates.combine(outcome, Updates.inc("replays", 1)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    private static Bson behind(TimePlace place) {
        return or(lt("at", place.at()), and(eq("at", place.at()), lt("_id", place.id())));
    }
}
