package io.ticketing.auth.audit;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.quarkus.runtime.StartupEvent;
import io.ticketing.web.caller.ClientAddress;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The collection {@code audit}. Entries are added, kept for a year, and never changed. */
@ApplicationScoped
public class AuditLog {

    private static final long KEPT_DAYS = 366;

    private final MongoCollection<AuditDocument> entries;
    private final ClientAddress client;
    private final Clock clock;

    AuditLog(
            MongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            ClientAddress client,
            Clock clock) {
        this.entries = mongo.getDatabase(database).getCollection("audit", AuditDocument.class);
        this.client = client;
        this.clock = clock;
    }

    /** An entry about what is done at this moment, and from where the current request comes; it is not in the log yet. */
    public AuditEntry done(AuditedAction action, @Nullable String actorId, @Nullable String subjectId) {
        return entry(action, AuditResult.DONE, actorId, subjectId);
    }

    /** The same about what is refused at this moment. */
    public AuditEntry refused(AuditedAction action, @Nullable String actorId, @Nullable String subjectId) {
        return entry(action, AuditResult.REFUSED, actorId, subjectId);
    }

    /** Adds an entry. */
    public void add(AuditEntry entry) {
        entries.insertOne(AuditDocument.of(entry));
    }

    /** Adds entries in a transaction: they are there exactly if what they tell of is. */
    public void add(ClientSession transaction, List<AuditEntry> more) {
        if (!more.isEmpty()) {
            entries.insertMany(transaction, more.stream().map(AuditDocument::of).toList());
        }
    }

    void createIndexes(@Observes @Priority(50) StartupEvent event) {
        entries.createIndex(
                Indexes.ascending("at"), new IndexOptions().name("kept").expireAfter(KEPT_DAYS, TimeUnit.DAYS));
        entries.createIndex(Indexes.descending("actorId", "_id"), new IndexOptions().name("actor"));
        entries.createIndex(Indexes.descending("subjectId", "_id"), new IndexOptions().name("subject"));
        entries.createIndex(Indexes.descending("action", "_id"), new IndexOptions().name("action"));
    }

    private AuditEntry entry(
            AuditedAction action, AuditResult result, @Nullable String actorId, @Nullable String subjectId) {
        return new AuditEntry(
                new ObjectId().toHexString(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                action,
                result,
                actorId,
                subjectId,
                client.current().orElse(null),
                Map.of());
    }
}
