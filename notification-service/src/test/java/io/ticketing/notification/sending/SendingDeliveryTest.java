package io.ticketing.notification.sending;

import static io.ticketing.notification.Facts.assigned;
import static io.ticketing.notification.Facts.deletedTicketOf;
import static io.ticketing.notification.Facts.known;
import static io.ticketing.notification.Facts.told;
import static io.ticketing.notification.Facts.toldGone;
import static io.ticketing.testing.Eventually.eventually;
import static io.ticketing.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import io.ticketing.events.Fact;
import io.ticketing.notification.Facts.Person;
import io.ticketing.notification.NotificationTest;
import io.ticketing.notification.delivery.DeletedTickets;
import io.ticketing.notification.delivery.Deliveries;
import io.ticketing.notification.delivery.DeliveryDocument;
import io.ticketing.notification.delivery.DeliveryState;
import io.ticketing.notification.settings.MailAccount;
import io.ticketing.standing.KnownUsers;
import io.ticketing.testing.mongo.RealMongo;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The whole service, with a mail server of the test's own. */
@NotificationTest
class SendingDeliveryTest {

    private static final Duration LEASE = Duration.ofSeconds(2);

    /** Longer than a lease, and longer than the driver itself waits for the database (5 s). */
    private static final Duration OUTAGE = Duration.ofSeconds(7);

    private static final Duration RECOVERY = Duration.ofSeconds(30);

    private final Person ada = Person.unheardOf();

    @Inject
    SendingDelivery sending;

    @Inject
    Deliveries deliveries;

    @Inject
    KnownUsers users;

    @Inject
    DeletedTickets deletedTickets;

    @Inject
    Composing composing;

    @Inject
    WritingEndings endings;

    @Inject
    Clock clock;

    @Inject
    Vertx vertx;

    @Test
    void aMailThatIsKnownToBeTakenGoesOutOnceHoweverLongTheDatabaseIsAway() throws IOException {
        CompletableFuture<String> confirmation = new CompletableFuture<>();
        try (ScriptedRelay relay = ScriptedRelay.answering(ScriptedRelay.FINAL_DOT, confirmation)) {
            sendThrough(relay);
            Fact assignment = assignmentTold();
            eventually(() -> assertThat(mailsToAda(relay)).isEqualTo(1));

            RealMongo.start().kill();
            Instant longAfter = Instant.now().plus(OUTAGE);
            confirmation.complete("250 2.0.0 stored");
            eventually(() -> assertThat(Instant.now()).isAfter(longAfter));
            RealMongo.start().restart();

            eventually(RECOVERY, () -> assertThat(delivery(assignment).state()).isEqualTo(DeliveryState.SENT));
            assertThat(delivery(assignment).attempts()).isEqualTo(1);
            assertThat(mailsToAda(relay)).isEqualTo(1);
        }
    }

    @Test
    void aMailThatComesTooFastForTheServerIsTriedAgain() throws IOException {
        String limit = "550 5.7.0 Requested action not taken: too many emails per second";
        try (ScriptedRelay relay = ScriptedRelay.answering("DATA", limit)) {
            sendThrough(relay);

            DeliveryDocument deferred = deferred(assignmentTold());

            assertThat(deferred.lastError()).isEqualTo("refused for now (550)");
            assertThat(deferred.unconfirmedAttempts()).isZero();
        }
    }

    @Test
    void aMailThatWasNotConfirmedIsGivenAwayAgainAfterTheLongestPause() throws IOException {
        try (ScriptedRelay relay = ScriptedRelay.answering(ScriptedRelay.FINAL_DOT, ScriptedRelay.CUT)) {
            sendThrough(relay);

            DeliveryDocument deferred = deferred(assignmentTold());

            assertThat(deferred.unconfirmedAttempts()).isEqualTo(1);
            assertThat(deferred.nextAttemptAt()).isAfter(deferred.updatedAt().plus(Duration.ofMinutes(29)));
        }
    }

    @Test
    void aMailInHandIsDroppedWhenItsRecipientIsDeleted() throws Exception {
        dropsWhatItHasInHandAt(assignment -> toldGone(ada));
    }

    @Test
    void aMailInHandIsDroppedWhenItsTicketIsDeleted() throws Exception {
        dropsWhatItHasInHandAt(assignment -> told(deletedTicketOf(assignment)));
    }

    private void dropsWhatItHasInHandAt(Consumer<Fact> deletion) throws Exception {
        CompletableFuture<String> hello = new CompletableFuture<>();
        try (ScriptedRelay relay = ScriptedRelay.answering("EHLO", hello)) {
            sendThrough(relay);
            Fact assignment = assignmentTold();
            eventually(() -> assertThat(hello.getNumberOfDependents()).isPositive());

            deletion.accept(assignment);
            eventually(() -> assertThat(deliveries.find(assignment.id())).isEmpty());

            assertThat(relay.isLeftWithin(RECOVERY)).isTrue();
            hello.complete("250 relay");
            throughout(LEASE.multipliedBy(2), () -> {
                assertThat(relay.stored()).isEmpty();
                assertThat(deliveries.find(assignment.id())).isEmpty();
            });
        }
    }

    @Test
    void aMailThatIsTakenWhileItsRecipientIsDeletedLeavesNothing() throws Exception {
        CompletableFuture<String> confirmation = new CompletableFuture<>();
        try (ScriptedRelay relay = ScriptedRelay.answering(ScriptedRelay.FINAL_DOT, confirmation)) {
            sendThrough(relay);
            Fact assignment = assignmentTold();
            eventually(() -> assertThat(mailsToAda(relay)).isEqualTo(1));

            toldGone(ada);
            confirmation.complete("250 2.0.0 stored");

            eventually(() -> assertThat(deliveries.find(assignment.id())).isEmpty());
            throughout(LEASE.multipliedBy(2), () -> {
                assertThat(mailsToAda(relay)).isEqualTo(1);
                assertThat(deliveries.find(assignment.id())).isEmpty();
            });
        }
    }

    private void sendThrough(ScriptedRelay relay) {
        MailAccount account = new MailAccount(
                "localhost", relay.port(), Optional.empty(), "no-reply@example.org", "https://tickets.example");
        SendingConfig config = Sending.config(Map.of(
                "ticketing.sending.lease", LEASE.toString(),
                "ticketing.sending.first-retry", "1m",
                "ticketing.sending.longest-retry", "1h"));
        MailServer server = new MailServer(vertx, account, config);
        QuarkusMock.installMockForInstance(
                new SendingDelivery(deliveries, users, deletedTickets, composing, server, endings, clock, config),
                sending);
    }

    private Fact assignmentTold() {
        told(known(ada));
        eventually(() -> assertThat(users.find(ada.id())).isPresent());
        return told(assigned(ada, "VPN is down"));
    }

    private long mailsToAda(ScriptedRelay relay) {
        return relay.stored().stream()
                .filter(mail -> mail.contains(ada.email()))
                .count();
    }

    private DeliveryDocument deferred(Fact fact) {
        eventually(() -> assertThat(delivery(fact).state()).isEqualTo(DeliveryState.DEFERRED));
        return delivery(fact);
    }

    private DeliveryDocument delivery(Fact fact) {
        return deliveries.find(fact.id()).orElseThrow();
    }
}
