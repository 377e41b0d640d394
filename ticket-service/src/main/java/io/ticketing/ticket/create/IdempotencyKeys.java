package io.ticketing.ticket.create;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.ClientSession;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The keys that were used within the last 24 hours. Mongo removes older ones when it gets round to it, so their age is looked at as well. */
@ApplicationScoped
class IdempotencyKeys implements PanacheMongoRepositoryBase<IdempotencyKeyDocument, String> {

    private static final Duration VALIDITY = Duration.ofHours(24);

    void createIndexes(@Observes StartupEvent event) {
        mongoCollection()
                .createIndex(
                        Indexes.ascending("createdAt"),
                        new IndexOptions().expireAfter(VALIDITY.toSeconds(), TimeUnit.SECONDS));
    }

    /** What a key was used for, if it still counts. */
    Optional<IdempotencyKeyDocument> find(String id, Instant now) {
        return Optional.ofNullable(mongoCollection()
                .find(and(eq("_id", id), gt("createdAt", now.minus(VALIDITY))))
                .first());
    }

    /**
     * Uses a key.
     *
     * @throws com.mongodb.MongoWriteException when it is in use
     */
    void take(ClientSession transaction, IdempotencyKeyDocument use) {
        mongoCollection()
                .deleteOne(
                        transaction,
                        and(
                                eq("_id", use.id()),
                                lte("createdAt", use.createdAt().minus(VALIDITY))));
        mongoCollection().insertOne(transaction, use);
    }
}
