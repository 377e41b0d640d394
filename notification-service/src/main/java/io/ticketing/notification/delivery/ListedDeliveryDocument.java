package io.ticketing.notification.delivery;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.Projections;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * How far a delivery has come, without what the mail says.
 *
 * @param id of the fact that caused it
 * @param recipientId the user who gets it
 * @param lastError why the last attempt failed, without addresses and without the server's words
 */
@RegisterForReflection
public record ListedDeliveryDocument(
        @BsonId String id,
        String recipientId,
        MailKind kind,
        DeliveryState state,
        int attempts,
        @Nullable String lastError,
        Instant createdAt,
        Instant updatedAt) {

    public ListedDeliveryDocument {
        requireNonNull(id, "id");
        requireNonNull(recipientId, "recipientId");
        requireNonNull(kind, "kind");
        requireNonNull(state, "state");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(updatedAt, "updatedAt");
    }

    static final Bson FIELDS =
            Projections.include("recipientId", "kind", "state", "attempts", "lastError", "createdAt", "updatedAt");
}
