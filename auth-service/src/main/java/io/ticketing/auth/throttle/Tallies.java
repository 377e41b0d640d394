package io.ticketing.auth.throttle;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The collection {@code tallies}, shared by all replicas. Each count is one atomic write, so of many at once each gets a number of its own;
 * a tally is forgotten with its window.
 */
@ApplicationScoped
class Tallies {

    private static final FindOneAndUpdateOptions MAKE_OR_CHANGE =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> tallies;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    Tallies(
            MongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            Pseudonyms pseudonyms,
            Clock clock) {
        this.tallies = mongo.getDatabase(database).getCollection("tallies");
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /** Counts one more of what is allowed to whom. */
    Tally count(Allowance allowance, String... whom) {
        Instant now = now();
        Bson whose = whose(allowance, whom);
        try {
            return increment(whose, allowance, now);
        } catch (MongoException failure) {
            if (ErrorCategory.fromErrorCode(failure.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            return increment(whose, allowance, now);
        }
    }

    /** Takes one back that should not have counted. */
    void takeBack(Allowance allowance, String... whom) {
        tallies.updateOne(and(whose(allowance, whom), gt("endsAt", now())), Updates.inc("count", -1));
    }

    /** Begins anew. */
    void clear(Allowance allowance, String... whom) {
        tallies.deleteOne(whose(allowance, whom));
    }

    void createIndex(@Observes @Priority(50) StartupEvent event) {
        tallies.createIndex(
                Indexes.ascending("endsAt"), new IndexOptions().name("kept").expireAfter(0L, TimeUnit.SECONDS));
    }

    private Tally increment(Bson whose, Allowance allowance, Instant now) {
        Document goesOn = new Document("$gt", List.of("$endsAt", Date.from(now)));
        Document window = new Document("count", either(goesOn, new Document("$add", List.of("$count", 1L)), 1L))
                .append("endsAt", either(goesOn, "$endsAt", Date.from(now.plus(allowance.window()))));
        Document tally = Objects.requireNonNull(
                tallies.findOneAndUpdate(whose, List.of(new Document("$set", window)), MAKE_OR_CHANGE));
        return new Tally(tally.getLong("count"), tally.getDate("endsAt").toInstant());
    }

    private Bson whose(Allowance allowance, String... whom) {
        return eq("_id", pseudonyms.of(allowance.what(), String.join("\n", whom)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Document either(Document condition, Object then, Object otherwise) {
        return new Document("$cond", List.of(condition, then, otherwise));
    }
}
