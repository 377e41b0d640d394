package io.ticketing.notification;

import static io.ticketing.notification.Facts.known;
import static io.ticketing.notification.Facts.link;
import static io.ticketing.notification.Facts.proofRequested;
import static io.ticketing.notification.Facts.resetRequested;
import static io.ticketing.notification.Facts.signedUp;
import static io.ticketing.notification.Facts.told;
import static io.ticketing.testing.Eventually.eventually;
import static io.ticketing.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.events.Fact;
import io.ticketing.notification.Facts.Person;
import io.ticketing.notification.delivery.Deliveries;
import io.ticketing.notification.delivery.DeliveryDocument;
import io.ticketing.notification.delivery.DeliveryState;
import io.ticketing.standing.KnownUsers;
import io.ticketing.testing.quarkus.SmtpResource;
import io.ticketing.testing.smtp.RealSmtp;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@NotificationTest
class ExpiredLinkTest {

    private final RealSmtp smtp = SmtpResource.smtp();
    private final Person ada = Person.unheardOf();

    @Inject
    KnownUsers users;

    @Inject
    Deliveries deliveries;

    @AfterEach
    void mailServerIsWell() {
        smtp.restart();
    }

    @ParameterizedTest
    @MethodSource("factsWithALinkThatHasExpired")
    void aLinkThatHasExpiredIsNotMailed(Function<Person, Fact> late) {
        told(known(ada));
        eventually(() -> assertThat(users.find(ada.id())).isPresent());

        Fact fact = told(late.apply(ada));

        eventually(() -> assertThat(delivery(fact).state()).isEqualTo(DeliveryState.DEAD));
        assertThat(delivery(fact).lastError()).isEqualTo("link has expired");
        assertThat(delivery(fact).attempts()).isZero();
        assertThat(smtp.mailsTo(ada.email())).isEmpty();
    }

    @Test
    void aLinkThatExpiresWhileTheMailServerIsAwayIsNotMailedLater() {
        told(known(ada));
        smtp.stop();

        Fact fact = told(resetRequested(ada, 1, link(Duration.ofSeconds(2))));
        eventually(() -> assertThat(delivery(fact).state()).isEqualTo(DeliveryState.DEAD));
        smtp.restart();

        assertThat(delivery(fact).lastError()).isEqualTo("link has expired");
        throughout(Duration.ofMillis(500), () -> assertThat(smtp.mailsTo(ada.email()))
                .isEmpty());
    }

    @Test
    void aLinkThatExpiresWhileTheRecipientIsNotKnownIsNotMailedLater() {
        Fact fact = told(proofRequested(ada, 1, link(Duration.ofSeconds(1))));

        eventually(() -> assertThat(delivery(fact).lastError()).isEqualTo("link has expired"));
        told(known(ada));

        eventually(() -> assertThat(users.find(ada.id())).isPresent());
        assertThat(delivery(fact).state()).isEqualTo(DeliveryState.DEAD);
        throughout(Duration.ofMillis(500), () -> assertThat(smtp.mailsTo(ada.email()))
                .isEmpty());
    }

    @Test
    void aLateWelcomeGreetsWithoutTheLink() {
        told(known(ada));
        eventually(() -> assertThat(users.find(ada.id())).isPresent());

        told(signedUp(ada, link(Duration.ofMillis(-1))));

        eventually(() -> assertThat(smtp.mailsTo(ada.email())).hasSize(1));
        assertThat(smtp.mailsTo(ada.email()).getFirst().subject()).contains("Welcome");
        assertThat(smtp.mailsTo(ada.email()).getFirst().text()).doesNotContain("token=", "confirm");
    }

    static Stream<Function<Person, Fact>> factsWithALinkThatHasExpired() {
        Duration ago = Duration.ofMillis(-1);
        return Stream.of(
                person -> proofRequested(person, 1, link(ago)), person -> resetRequested(person, 1, link(ago)));
    }

    private DeliveryDocument delivery(Fact fact) {
        return deliveries.find(fact.id()).orElseThrow();
    }
}
