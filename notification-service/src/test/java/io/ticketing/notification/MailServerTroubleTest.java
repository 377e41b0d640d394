package io.ticketing.notification;

import static io.ticketing.notification.Facts.assigned;
import static io.ticketing.notification.Facts.known;
import static io.ticketing.notification.Facts.told;
import static io.ticketing.testing.Eventually.eventually;
import static io.ticketing.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.events.Fact;
import io.ticketing.notification.Facts.Person;
import io.ticketing.notification.delivery.Deliveries;
import io.ticketing.notification.delivery.DeliveryDocument;
import io.ticketing.notification.delivery.DeliveryState;
import io.ticketing.testing.quarkus.SmtpResource;
import io.ticketing.testing.smtp.RealSmtp;
import io.ticketing.testing.smtp.SmtpMood;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NotificationTest
class MailServerTroubleTest {

    private static final Duration PATIENT = Duration.ofMinutes(2);

    private final RealSmtp smtp = SmtpResource.smtp();
    private final Person ada = Person.unheardOf();

    @Inject
    Deliveries deliveries;

    @AfterEach
    void mailServerIsWell() {
        smtp.restart();
        smtp.mood(SmtpMood.HEALTHY);
    }

    @Test
    void whileTheMailServerIsAwayTheMailWaits() {
        told(known(ada));
        smtp.stop();

        Fact assignment = told(assigned(ada, "VPN is down"));
        eventually(() -> {
            assertThat(delivery(assignment).attempts()).isGreaterThan(1);
            assertThat(delivery(assignment).lastError()).isEqualTo("connection refused");
        });
        smtp.restart();

        oneMailWentOut(assignment);
        assertThat(delivery(assignment).lastError()).isNull();
    }

    @Test
    void aMailServerThatRefusesForNowIsTriedAgain() {
        told(known(ada));
        smtp.mood(SmtpMood.REFUSING_FOR_NOW);

        Fact assignment = told(assigned(ada, "VPN is down"));
        eventually(() -> {
            assertThat(delivery(assignment).attempts()).isGreaterThan(1);
            assertThat(delivery(assignment).lastError()).isEqualTo("refused for now (451)");
        });
        smtp.mood(SmtpMood.HEALTHY);

        oneMailWentOut(assignment);
    }

    @Test
    void aRecipientWhoIsRefusedForGoodIsNotTriedAgain() {
        told(known(ada));
        smtp.mood(SmtpMood.REFUSING_FOR_GOOD);

        Fact assignment = told(assigned(ada, "VPN is down"));

        eventually(() -> {
            assertThat(delivery(assignment).state()).isEqualTo(DeliveryState.DEAD);
            assertThat(delivery(assignment).lastError()).isEqualTo("refused (550)");
            assertThat(delivery(assignment).attempts()).isEqualTo(1);
        });
        smtp.mood(SmtpMood.HEALTHY);
        throughout(Duration.ofMillis(500), () -> assertThat(smtp.mailsTo(ada.email()))
                .isEmpty());
    }

    @Test
    void slowMailsDoNotWaitForEachOther() {
        told(known(ada));
        smtp.slow(Duration.ofSeconds(5));

        Stream.generate(() -> assigned(ada, "VPN is down")).limit(8).forEach(Facts::told);

        Duration oneAfterTheOther = Duration.ofSeconds(40);
        eventually(oneAfterTheOther.dividedBy(2), () -> assertThat(smtp.mailsTo(ada.email()))
                .hasSize(8));
    }

    @Test
    void aMailThatTakesLongerThanALeaseGoesOutOnce() {
        told(known(ada));
        smtp.slow(Duration.ofSeconds(3));

        Fact assignment = told(assigned(ada, "VPN is down"));

        oneMailWentOut(assignment);
        assertThat(delivery(assignment).attempts()).isEqualTo(1);
    }

    @Test
    void aMailServerThatHangsDoesNotKeepAllSendersForEver() {
        told(known(ada));
        smtp.mood(SmtpMood.SILENT);

        List<Fact> assignments = Stream.generate(() -> told(assigned(ada, "VPN is down")))
                .limit(12)
                .toList();

        eventually(PATIENT, () -> assertThat(assignments)
                .allSatisfy(fact -> assertThat(delivery(fact).attempts()).isPositive()));
        smtp.mood(SmtpMood.HEALTHY);
        assignments.forEach(this::wentOut);
        assertThat(smtp.mailsTo(ada.email())).hasSize(12);
    }

    private void oneMailWentOut(Fact fact) {
        wentOut(fact);
        throughout(Duration.ofMillis(500), () -> assertThat(smtp.mailsTo(ada.email()))
                .hasSize(1));
    }

    private void wentOut(Fact fact) {
        eventually(() -> assertThat(delivery(fact).state()).isEqualTo(DeliveryState.SENT));
    }

    private DeliveryDocument delivery(Fact fact) {
        return deliveries.find(fact.id()).orElseThrow();
    }
}
