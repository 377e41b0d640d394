package io.ticketing.ticket.create;

import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A key that was used, in Mongo.
 *
 * @param id the user and a digest of the key
 * @param fingerprint of the body that it came with
 * @param ticketId the ticket that was opened
 * @param createdAt when that was
 */
@MongoEntity(collection = "idempotency-keys")
@RegisterForReflection
public record IdempotencyKeyDocument(@BsonId String id, String fingerprint, String ticketId, Instant createdAt) {}
