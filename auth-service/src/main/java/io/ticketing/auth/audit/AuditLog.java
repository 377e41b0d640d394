package io.ticketing.auth.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.quarkus.runtime.StartupEvent;
import io.ticketing.web.caller.ClientAddress;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
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

    /** So many entries at most, the newest first; those behind that place, if one is given. */
    public List<AuditEntry> newestFirst(AuditFilter filter, Optional<AuditPlace> after, int most) {
        List<Bson> conditions = new ArrayList<>();
        filter.actorId().ifPresent(id -> conditions.add(eq("actorId", id)));
        filter.subjectId().ifPresent(id -> conditions.add(eq("subjectId", id)));
        filter.action().ifPresent(action -> conditions.add(eq("action", action)));
        filter.from().ifPresent(from -> conditions.add(gte("at", from)));
        filter.to().ifPresent(to -> conditions.add(lt("at", to)));
        after.ifPresent(place -> conditions.add(behind(place)));
        return entries.find(conditions.isEmpty() ? empty() : and(conditions))
                .sort(Sorts.descending("at", "_id"))
                .limit(most)
                .map(AuditDocument::entry)
                .into(new ArrayList<>());
    }

    void createIndexes(@Observes @Priority(50) StartupEvent event) {
        entries.createIndex(
                Indexes.ascending("at"), new IndexOptions().name("kept").expireAfter(KEPT_DAYS, TimeUnit.DAYS));
        ordered("newest");
        ordered("of-actor", "actorId");
        ordered("of-subject", "subjectId");
        ordered("of-action", "action");
    }

    private void ordered(String name, String... filtered) {
        List<String> fields =
                Stream.concat(Stream.of(filtered), Stream.of("at", "_id")).toList();
        entries.createIndex(Indexes.descending(fields), new IndexOptions().name(name));
    }

    /** The first condition alone would do for the index; the second parts entries of the same millisecond. */
    private static Bson behind(AuditPlace place) {
        return and(lte("at", place.at()), or(lt("at", place.at()), lt("_id", new ObjectId(place.id()))));
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
