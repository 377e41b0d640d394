package io.ticketing.outbox;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * The part of an aggregate's document that matters here. Public for the codec alone.
 *
 * @param id the document
 * @param outbox what waits, if anything
 */
@RegisterForReflection
public record WaitingDocument(@BsonId String id, @Nullable OutboxState outbox) {}
