package io.ticketing.outbox;

import com.mongodb.client.MongoCollection;

/** Names the collection whose documents carry an outbox. A service has one, and gives it as a bean. */
@FunctionalInterface
public interface OutboxSource {

    /** The collection; its {@code _id}s are strings. */
    MongoCollection<?> collection();
}
