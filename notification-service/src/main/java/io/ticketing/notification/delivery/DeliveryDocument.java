package io.ticketing.notification.delivery;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is owed to somebody. It holds no address: that is looked up when the mail is sent.
 *
 * @param id of the fact that caused it, so a fact that comes again finds its delivery
 * @param recipientId the user who gets it
 * @param kind which mail
 * @param ticket what an assignment mail is about; null for other kinds
 * @param state where it stands
 * @param attempts how often it was offered to the mail server
 * @param unconfirmed how many of these attempts the mail server never answered although it may have taken the mail; null for none
 * @param nextAttemptAt when it may be claimed: while it is being sent, the end of that sender's lease; null once sent or dead
 * @param claim of the sender that has it now; whoever holds another one may not say how it ended
 * @param lastError why the last attempt failed, without addresses and without the server's words
 * @param createdAt when the fact arrived here
 * @param updatedAt when the state changed last
 */
@RegisterForReflection
public record DeliveryDocument(
        @BsonId String id,
        String recipientId,
        MailKind kind,
        @Nullable AssignedTicket ticket,
        DeliveryState state,
        int attempts,
        @Nullable Integer unconfirmed,
        @Nullable Instant nextAttemptAt,
        @Nullable String claim,
        @Nullable String lastError,
        Instant createdAt,
        Instant updatedAt) {

    /** The mail that greets a new user. */
    public static DeliveryDocument welcome(String factId, String userId, Instant now) {
        return queued(factId, userId, MailKind.WELCOME, null, now);
    }

    /** The mail that tells an assignee about a ticket. */
    public static DeliveryDocument assignment(String factId, String assigneeId, AssignedTicket ticket, Instant now) {
        return queued(factId, assigneeId, MailKind.ASSIGNMENT, ticket, now);
    }

    /** How long it has been owed. */
    public Duration ageAt(Instant now) {
        return Duration.between(createdAt, now);
    }

    /** How many attempts the mail server never confirmed. */
    public int unconfirmedAttempts() {
        return unconfirmed == null ? 0 : unconfirmed;
    }

    /** Names it and shows nothing of the mail, so that no text ends up in a log. */
    @Override
    public String toString() {
        return "DeliveryDocument[" + id + "]";
    }

    private static DeliveryDocument queued(
            String factId, String recipientId, MailKind kind, @Nullable AssignedTicket ticket, Instant time) {
        Instant now = time.truncatedTo(ChronoUnit.MILLIS);
        return new DeliveryDocument(
                factId, recipientId, kind, ticket, DeliveryState.QUEUED, 0, null, now, null, null, now, now);
    }
}
