package io.ticketing.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.notification.settings.MailAccount;
import io.ticketing.testing.smtp.RealSmtp;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailServerTest {

    private static final OutgoingMail MAIL =
            new OutgoingMail("<1@ticketing>", "ada@example.org", "Grüße 🔒", ".text\n.", "<p>html</p>");

    private static final Duration LATE = Duration.ofMillis(700);
    private static final Duration PATIENT = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final RealSmtp smtp = RealSmtp.start();

    @AfterEach
    void close() {
        smtp.close();
        vertx.close();
    }

    @Test
    void aMailArrivesAsItIs() throws InterruptedException {
        Handover handover = server(Optional.empty()).offer(MAIL);

        assertThat(handover).isEqualTo(new Handover.Taken());
        assertThat(smtp.mailsTo("ada@example.org")).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Grüße 🔒");
            assertThat(mail.text().lines()).containsExactly(".text", ".");
            assertThat(mail.html()).contains("<p>html</p>");
            assertThat(mail.header("Message-ID")).contains("<1@ticketing>");
        });
    }

    @Test
    void aConnectionThatHangsIsClosedAndFreesItsPlace() throws InterruptedException, IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            MailServer server = server(silent.getLocalPort(), "1s", "1m");

            Handover first = server.offer(MAIL);
            Handover second = server.offer(MAIL);

            assertThat(List.of(first, second)).containsOnly(new Handover.NotNow("connection lost"));
            assertThat(silent.accept().getInputStream().readAllBytes()).isEmpty();
            assertThat(silent.accept().getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void aRelayThatConfirmsLateGetsTheMailOnce() throws InterruptedException, IOException {
        CompletableFuture<String> late = new CompletableFuture<String>()
                .completeOnTimeout("250 2.0.0 stored", LATE.toMillis(), TimeUnit.MILLISECONDS);
        try (ScriptedRelay relay = ScriptedRelay.answering(ScriptedRelay.FINAL_DOT, late)) {
            Handover handover = server(relay.port()).offer(MAIL);

            assertThat(handover).isEqualTo(new Handover.Taken());
            assertThat(relay.stored()).hasSize(1);
        }
    }

    @Test
    void aMailThatIsNeverConfirmedIsUnconfirmedAndItsConnectionClosed() throws InterruptedException, IOException {
        try (ScriptedRelay relay = ScriptedRelay.answering(ScriptedRelay.FINAL_DOT, new CompletableFuture<>())) {
            Handover handover = server(relay.port(), "5s", "1m").offer(MAIL);

            assertThat(handover).isEqualTo(new Handover.Unconfirmed("connection lost"));
            assertThat(relay.isLeftWithin(PATIENT)).isTrue();
            assertThat(relay.stored()).hasSize(1);
        }
    }

    @Test
    void whenPatienceEndsTheConnectionIsClosed() throws InterruptedException, IOException {
        try (ScriptedRelay relay = ScriptedRelay.answering(ScriptedRelay.FINAL_DOT, new CompletableFuture<>())) {
            Handover handover = server(relay.port(), "1m", "5s").offer(MAIL);

            assertThat(handover).isEqualTo(new Handover.Unconfirmed("timed out"));
            assertThat(relay.isLeftWithin(PATIENT)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedRelay.GREETING, "EHLO", "MAIL", "RCPT", "DATA"})
    void aServerThatHangsUpBeforeItHasTheWholeMailCannotHaveTakenIt(String step)
            throws InterruptedException, IOException {
        try (ScriptedRelay relay = ScriptedRelay.answering(step, ScriptedRelay.CUT)) {
            Handover handover = server(relay.port()).offer(MAIL);

            assertThat(handover).isEqualTo(new Handover.NotNow("connection lost"));
            assertThat(relay.stored()).isEmpty();
        }
    }

    @Test
    void aServerThatHangsUpOnceItHasTheWholeMailMayHaveTakenIt() throws InterruptedException, IOException {
        try (ScriptedRelay relay = ScriptedRelay.answering(ScriptedRelay.FINAL_DOT, ScriptedRelay.CUT)) {
            Handover handover = server(relay.port()).offer(MAIL);

            assertThat(handover).isEqualTo(new Handover.Unconfirmed("connection lost"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "DATA", ScriptedRelay.FINAL_DOT})
    void aLimitOnTheRateIsNoRefusalOfTheMail(String step) throws InterruptedException, IOException {
        String limit = "550 5.7.0 Requested action not taken: too many emails per second";
        try (ScriptedRelay relay = ScriptedRelay.answering(step, limit)) {
            Handover handover = server(relay.port()).offer(MAIL);

            assertThat(handover).isEqualTo(new Handover.NotNow("refused for now (550)"));
        }
    }

    @Test
    void aRecipientWhoDoesNotExistIsRefused() throws InterruptedException, IOException {
        try (ScriptedRelay relay = ScriptedRelay.answering("RCPT", "550 5.1.1 no such mailbox")) {
            Handover handover = server(relay.port()).offer(MAIL);

            assertThat(handover).isEqualTo(new Handover.Refused("refused (550)"));
        }
    }

    @Test
    void withoutTlsThePasswordIsNotSaid() throws InterruptedException {
        Handover handover = server(Optional.of(new MailAccount.Login("ada", "correct horse")))
                .offer(MAIL);

        assertThat(handover).isEqualTo(new Handover.NotNow("mail server not usable"));
        assertThat(smtp.mails()).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsRefused() throws InterruptedException {
        OutgoingMail malformed = new OutgoingMail("<2@ticketing>", "a@b>\r\nRCPT TO:<c@d", "s", "t", "h");

        Handover handover = server(Optional.empty()).offer(malformed);

        assertThat(handover).isEqualTo(new Handover.Refused("malformed address"));
        assertThat(smtp.mails()).isEmpty();
    }

    private MailServer server(Optional<MailAccount.Login> login) {
        return server(smtp.port(), login, "30s", "1m");
    }

    private MailServer server(int port) {
        return server(port, "30s", "1m");
    }

    private MailServer server(int port, String silence, String patience) {
        return server(port, Optional.empty(), silence, patience);
    }

    private MailServer server(int port, Optional<MailAccount.Login> login, String silence, String patience) {
        MailAccount account =
                new MailAccount(smtp.host(), port, login, "no-reply@example.org", "https://tickets.example");
        SendingConfig config =
                Sending.config(Map.of("ticketing.sending.silence", silence, "ticketing.sending.patience", patience));
        return new MailServer(vertx, account, config);
    }
}
