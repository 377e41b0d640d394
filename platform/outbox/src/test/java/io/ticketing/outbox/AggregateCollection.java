package io.ticketing.outbox;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** What a service brings along: its collection, and the time. */
final class AggregateCollection {

    private AggregateCollection() {}

    /** A document of the service. */
    public record AggregateDocument(
            @BsonId String id, String name, @Nullable OutboxState outbox) {}

    @Produces
    @ApplicationScoped
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @ApplicationScoped
    static OutboxSource source(MongoClient mongo) {
        return () -> of(mongo);
    }

    static MongoCollection<AggregateDocument> of(MongoClient mongo) {
        return mongo.getDatabase("outbox-relay").getCollection("aggregates", AggregateDocument.class);
    }
}
