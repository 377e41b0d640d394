package io.ticketing.ticket.stream;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.MongoException;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import io.ticketing.ticket.feed.Feed;
import io.ticketing.ticket.feed.FeedEntryDocument;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.codecs.Codec;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Opens Mongo's change streams over the facts of tickets and what is known of users. It is one for both, so that whoever loses his rights hears
 * of nothing that happened after he did.
 */
@ApplicationScoped
class ChangeWatches {

    static final String FEED = "feed";

    private static final String USERS = "known-users";
    private static final List<Bson> PIPELINE = List.of(Aggregates.match(or(
            and(eq("ns.coll", FEED), eq("operationType", "insert")),
            and(eq("ns.coll", USERS), in("operationType", "insert", "replace", "update")))));

    /** The errors by which Mongo says that it cannot go on from a place: its oplog has rolled on, or knows of no such place. */
    private static final Set<Integer> HISTORY_LOST = Set.of(286, 280, 260);

    private final MongoDatabase database;
    private final Codec<FeedEntryDocument> entries;

    ChangeWatches(MongoClient mongo, Feed feed, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.database = mongo.getDatabase(database);
        this.entries = feed.mongoCollection().getCodecRegistry().get(FeedEntryDocument.class);
    }

    /**
     * Begins to watch.
     *
     * @param after the place from which on; empty for now
     * @param patience how long {@link ChangeWatch#next} waits for a change
     */
    ChangeWatch open(Optional<Position> after, Duration patience) {
        ChangeStreamIterable<BsonDocument> changes =
                database.watch(PIPELINE, BsonDocument.class).maxAwaitTime(patience.toMillis(), TimeUnit.MILLISECONDS);
        after.ifPresent(position -> changes.startAfter(new BsonDocument("_data", new BsonString(position.token()))));
        return new ChangeWatch(changes.cursor(), entries);
    }

    /** Whether it failed because what happened after a place cannot be told any more. */
    static boolean isHistoryLost(MongoException failure) {
        return HISTORY_LOST.contains(failure.getCode());
    }
}
