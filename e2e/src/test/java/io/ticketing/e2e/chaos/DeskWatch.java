package io.ticketing.e2e.chaos;

import com.mongodb.MongoException;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.FullDocument;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Sees every desk of triage after every single write, in their order, also across a restart of the database. */
final class DeskWatch implements AutoCloseable {
    private static final Duration BREATH = Duration.ofMillis(200);

    private final MongoCollection<Document> desks;
    private final Map<String, Integer> capacities;
    private final Map<String, Integer> now = new ConcurrentHashMap<>();
    private final Map<String, Integer> fullest = new ConcurrentHashMap<>();
    private final List<String> overfull = new CopyOnWriteArrayList<>();
    private final Thread watching;
    private volatile boolean isWatched = true;

    /** From now on, the desks of those who have a capacity. */
    DeskWatch(MongoClient mongo, Map<String, Integer> capacities) {
        this.capacities = Map.copyOf(capacities);
        this.desks = mongo.getDatabase("triage").getCollection("desks");
        keepImages(mongo);
        BsonDocument start = startingPoint();
        this.watching = Thread.ofVirtual().name("desk-watch").start(() -> watch(start));
    }

    /** What should never have been. */
    List<String> overfull() {
        return List.copyOf(overfull);
    }

    /** How many tickets lay on each desk at its fullest; those that never had one are left out. */
    Map<String, Integer> fullest() {
        return Map.copyOf(fullest);
    }

    /** How many tickets lie on all these desks, by what was seen last. */
    int open() {
        return now.values().stream().mapToInt(Integer::intValue).sum();
    }

    private BsonDocument startingPoint() {
        try (MongoChangeStreamCursor<ChangeStreamDocument<Document>> changes = changes(null)) {
            changes.tryNext();
            return changes.getResumeToken();
        }
    }

    private void watch(BsonDocument start) {
        BsonDocument after = start;
        while (isWatched) {
            try (MongoChangeStreamCursor<ChangeStreamDocument<Document>> changes = changes(after)) {
                while (isWatched) {
                    ChangeStreamDocument<Document> change = changes.tryNext();
                    if (change != null && change.getFullDocument() != null) {
                        see(change.getFullDocument());
                    }
                    after = changes.getResumeToken();
                }
            } catch (MongoException databaseIsAway) {
                Waiting.pause(BREATH);
            }
        }
    }

    private MongoChangeStreamCursor<ChangeStreamDocument<Document>> changes(@Nullable BsonDocument after) {
        var stream = desks.watch().fullDocument(FullDocument.REQUIRED);
        return after == null ? stream.cursor() : stream.resumeAfter(after).cursor();
    }

    private void see(Document desk) {
        String userId = desk.getString("_id");
        Integer capacity = capacities.get(userId);
        if (capacity != null) {
            List<String> open = desk.getList("open", String.class);
            now.put(userId, open.size());
            fullest.merge(userId, open.size(), Math::max);
            if (open.size() > capacity) {
                overfull.add(userId + " has room for " + capacity + " and had " + open);
            }
        }
    }

    private static void keepImages(MongoClient mongo) {
        mongo.getDatabase("triage")
                .runCommand(new Document("collMod", "desks")
                        .append("changeStreamPreAndPostImages", new Document("enabled", true)));
    }

    @Override
    public void close() {
        isWatched = false;
        watching.interrupt();
    }
}
