package io.ticketing.auth.audit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** An {@link AuditEntry} as it lies in the collection {@code audit}. */
@RegisterForReflection
public record AuditDocument(
        @BsonId ObjectId id,
        Instant at,
        AuditedAction action,
        AuditResult result,
        @Nullable String actorId,
        @Nullable String subjectId,
        @Nullable String address,
        Map<String, String> details) {

    static AuditDocument of(AuditEntry entry) {
        return new AuditDocument(
                new ObjectId(entry.id()),
                entry.at(),
                entry.action(),
                entry.result(),
                entry.actorId(),
                entry.subjectId(),
                entry.address(),
                entry.details());
    }

    AuditEntry entry() {
        return new AuditEntry(id.toHexString(), at, action, result, actorId, subjectId, address, details);
    }
}
