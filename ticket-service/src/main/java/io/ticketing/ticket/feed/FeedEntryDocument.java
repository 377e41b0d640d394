package io.ticketing.ticket.feed;

import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A fact as streams tell it, in Mongo.
 *
 * @param id the fact's id
 * @param ticketId the ticket that it tells of
 * @param requesterId who opened the ticket
 * @param type the fact's type, such as {@code ticket/assigned}
 * @param version the ticket's version after it
 * @param at when it happened
 * @param staffOnly whether the requester may not know of it
 */
@MongoEntity(collection = "feed")
@RegisterForReflection
public record FeedEntryDocument(
        @BsonId String id,
        String ticketId,
        String requesterId,
        String type,
        long version,
        Instant at,
        boolean staffOnly) {}
