package io.ticketing.deadletters;

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

/**
 * Of whom no letter is kept: the ids of deleted users and tickets alone, in the collection {@code dead-letters-forgotten}, for as long as the
 * topics can bring a letter of them.
 */
@ApplicationScoped
class ForgottenKeys {

    /** A week and a day on the record's own topic, and as much again on that of dead letters. */
    private static final long KEPT_DAYS = 16;

    private final MongoCollection<Document> keys;
    private final Clock clock;

    ForgottenKeys(MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database, Clock clock) {
        this.keys = mongo.getDatabase(database).getCollection("dead-letters-forgotten");
        this.clock = clock;
    }

    void ensureIndexes(@Observes @Priority(100) StartupEvent event) {
        keys.createIndex(
                Indexes.ascending("heardAt"), new IndexOptions().name("kept").expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    }

    /** Knows from now on; told again it counts from then. */
    void add(String key) {
        keys.replaceOne(
                eq("_id", key),
                new Document("_id", key).append("heardAt", clock.instant()),
                new ReplaceOptions().upsert(true));
    }

    boolean contains(String key) {
        return keys.find(eq("_id", key)).first() != null;
    }
}
