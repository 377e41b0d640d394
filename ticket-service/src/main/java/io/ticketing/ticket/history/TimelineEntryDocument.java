package io.ticketing.ticket.history;

import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Actor;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a ticket's timeline in Mongo.
 *
 * @param id 24 hex digits
 * @param number its place among all entries of the ticket, from 1; never shown, since it counts what the requester must not know of
 * @param version the ticket's version after it
 */
@MongoEntity(collection = "timeline")
@RegisterForReflection(
        targets = {TimelineEntryDocument.class, TimelineValue.class, TimelineAction.class, TicketField.class})
public record TimelineEntryDocument(
        @BsonId String id,
        String ticketId,
        long number,
        long version,
        Instant at,
        Actor by,
        TimelineAction action,
        @Nullable TicketField field,
        @Nullable TimelineValue from,
        @Nullable TimelineValue to,
        @Nullable String reason,
        boolean staffOnly) {}
