package io.ticketing.triage.desk;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What lies on somebody's desk.
 *
 * @param userId whose
 * @param open ids of the open tickets, a set
 * @param lastAssignedAt when the last one came
 */
@RegisterForReflection
public record DeskDocument(
        @BsonId String userId, List<String> open, @Nullable Instant lastAssignedAt) {}
