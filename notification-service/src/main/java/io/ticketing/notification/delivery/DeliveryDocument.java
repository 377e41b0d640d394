package io.ticketing.notification.delivery;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.standing.KnownUser;
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
 * @param recipientVersion which version of him must be known at least; null for any
 * @param kind which mail
 * @param ticket what an assignment mail is about; null for other kinds
 * @param link what a mail brings that proves an address or lets set a password; null for other kinds
 * @param decision what a mail about a role tells; null for other kinds
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
        @Nullable Long recipientVersion,
        MailKind kind,
        @Nullable AssignedTicket ticket,
        @Nullable OwedLink link,
        @Nullable DecidedRole decision,
        DeliveryState state,
        int attempts,
        @Nullable Integer unconfirmed,
        @Nullable Instant nextAttemptAt,
        @Nullable String claim,
        @Nullable String lastError,
        Instant createdAt,
        Instant updatedAt) {

    /** The mail that greets a new user, with the link that proves his address if it is to be proven. */
    public static DeliveryDocument welcome(String factId, Recipient to, @Nullable OwedLink proof, Instant now) {
        return queued(factId, to, MailKind.WELCOME, null, proof, null, now);
    }

    /** The mail with the link that proves an address. */
    public static DeliveryDocument emailProof(String factId, Recipient to, OwedLink link, Instant now) {
        return queued(factId, to, MailKind.EMAIL_PROOF, null, link, null, now);
    }

    /** The mail with the link that lets set a new password. */
    public static DeliveryDocument passwordReset(String factId, Recipient to, OwedLink link, Instant now) {
        return queued(factId, to, MailKind.PASSWORD_RESET, null, link, null, now);
    }

    /** The mail that tells what came of a request for a role. */
    public static DeliveryDocument roleDecision(String factId, Recipient to, DecidedRole decision, Instant now) {
        return queued(factId, to, MailKind.ROLE_DECISION, null, null, decision, now);
    }

    /** The mail that tells an assignee about a ticket. */
    public static DeliveryDocument assignment(String factId, String assigneeId, AssignedTicket ticket, Instant now) {
        return queued(factId, Recipient.ofAnyVersion(assigneeId), MailKind.ASSIGNMENT, ticket, null, null, now);
    }

    /** The same, due at that time. */
    public DeliveryDocument heldBackUntil(Instant time) {
        return new DeliveryDocument(
                id,
                recipientId,
                recipientVersion,
                kind,
                ticket,
                link,
                decision,
                state,
                attempts,
                unconfirmed,
                time.truncatedTo(ChronoUnit.MILLIS),
                claim,
                lastError,
                createdAt,
                updatedAt);
    }

    /** Whether that is the user who gets it, of the version that it is meant for or a newer one. */
    public boolean isFor(KnownUser user) {
        return recipientId.equals(user.id()) && (recipientVersion == null || user.sequence() >= recipientVersion);
    }

    /** Whether the mail is good for nothing by then: its link has expired, and it has nothing else to say. */
    public boolean hasExpiredAt(Instant now) {
        return kind != MailKind.WELCOME && link != null && link.hasExpiredAt(now);
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
            String factId,
            Recipient to,
            MailKind kind,
            @Nullable AssignedTicket ticket,
            @Nullable OwedLink link,
            @Nullable DecidedRole decision,
            Instant time) {
        Instant now = time.truncatedTo(ChronoUnit.MILLIS);
        return new DeliveryDocument(
                factId,
                to.id(),
                to.version(),
                kind,
                ticket,
                link,
                decision,
                DeliveryState.QUEUED,
                0,
                null,
                now,
                null,
                null,
                now,
                now);
    }
}
