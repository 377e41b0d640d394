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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailServerTest {

    private static final OutgoingMail MAIL =
            new OutgoingMail("<1@ticketing>", "ada@example.org", "Grüße 🔒", ".text\n.", "<p>html</p>");

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
            MailServer server = server(silent.getLocalPort(), Optional.empty());

            Handover first = server.offer(MAIL);
            Handover second = server.offer(MAIL);

            assertThat(List.of(first, second)).hasOnlyElementsOfType(Handover.NotNow.class);
            assertThat(silent.accept().getInputStream().readAllBytes()).isEmpty();
            assertThat(silent.accept().getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void aRelayThatConfirmsLateGetsTheMailOnce() throws InterruptedException, IOException {
        try (LateRelay relay = new LateRelay(Duration.ofMillis(700))) {
            Handover handover = server(relay.port(), Optional.empty()).offer(MAIL);

            assertThat(handover).isEqualTo(new Handover.Taken());
            assertThat(relay.stored()).hasSize(1);
        }
    }

    @Test
    void aMailThatIsNeverConfirmedIsUnconfirmedAndItsConnectionClosed() throws InterruptedException, IOException {
        try (LateRelay relay = new LateRelay(Duration.ofMinutes(1))) {
            Handover handover = server(relay.port(), Optional.empty()).offer(MAIL);

            assertThat(handover).isEqualTo(new Handover.Unconfirmed("connection lost"));
            assertThat(relay.isLeftWithin(Duration.ofSeconds(5))).isTrue();
            assertThat(relay.stored()).hasSize(1);
        }
    }

    @Test
    void whenPatienceEndsTheConnectionIsClosed() throws InterruptedException, IOException {
        try (LateRelay relay = new LateRelay(Duration.ofMinutes(1))) {
            Handover handover =
                    server(relay.port(), Optional.empty(), "1m", "1s").offer(MAIL);

            assertThat(handover).isEqualTo(new Handover.Unconfirmed("timed out"));
            assertThat(relay.isLeftWithin(Duration.ofSeconds(5))).isTrue();
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
        return server(smtp.port(), login);
    }

    private MailServer server(int port, Optional<MailAccount.Login> login) {
        return server(port, login, "1s", "3s");
    }

    private MailServer server(int port, Optional<MailAccount.Login> login, String silence, String patience) {
        MailAccount account =
                new MailAccount(smtp.host(), port, login, "no-reply@example.org", "https://tickets.example");
        SendingConfig config =
                Sending.config(Map.of("ticketing.sending.silence", silence, "ticketing.sending.patience", patience));
        return new MailServer(vertx, account, config);
    }
}
