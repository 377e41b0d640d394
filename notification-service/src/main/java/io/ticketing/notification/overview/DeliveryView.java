package io.ticketing.notification.overview;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.notification.delivery.DeliveryState;
import io.ticketing.notification.delivery.ListedDeliveryDocument;
import io.ticketing.standing.KnownUser;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A mail as staff see it: to whom and how far it has come, and nothing of what it says.
 *
 * @param id of the fact that caused it
 * @param to the recipient's address as it is known now; null as long as it is not
 * @param template which mail
 * @param attempts how often it was offered to the mail server
 * @param lastError why the last attempt failed
 * @param createdAt since when it is owed
 * @param updatedAt when the state changed last
 */
@Schema(name = "Delivery", description = "A mail, and how far it has come")
@RegisterForReflection
public record DeliveryView(
        @Schema(examples = "0193a5b0-7c1e-7d3a-9b1f-2f6f7f1c9a10")
        String id,

        @Schema(
                description = "The address of the recipient as it is now; null as long as it is not known",
                examples = "ada@example.org",
                nullable = true)
        @Nullable
        String to,

        @Schema(
                examples = "welcome",
                enumeration = {"welcome", "email-proof", "password-reset", "role-decision", "assignment"})
        String template,

        DeliveryState state,

        @Schema(description = "How often the mail server was tried")
        int attempts,

        @Schema(
                description = "Why the last attempt failed; null when none did",
                examples = "connection refused",
                nullable = true)
        @Nullable
        String lastError,

        Instant createdAt,
        Instant updatedAt) {

    static DeliveryView of(ListedDeliveryDocument delivery, @Nullable KnownUser recipient) {
        return new DeliveryView(
                delivery.id(),
                recipient == null ? null : recipient.email(),
                delivery.kind().wireName(),
                delivery.state(),
                delivery.attempts(),
                delivery.lastError(),
                delivery.createdAt(),
                delivery.updatedAt());
    }
}
