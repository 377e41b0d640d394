package io.ticketing.notification;

import static io.ticketing.notification.Facts.known;
import static io.ticketing.notification.Facts.link;
import static io.ticketing.notification.Facts.proofRequested;
import static io.ticketing.notification.Facts.resetRequested;
import static io.ticketing.notification.Facts.roleDecided;
import static io.ticketing.notification.Facts.told;
import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.events.Fact;
import io.ticketing.notification.Facts.Person;
import io.ticketing.notification.delivery.Deliveries;
import io.ticketing.notification.delivery.DeliveryDocument;
import io.ticketing.notification.delivery.DeliveryState;
import io.ticketing.standing.KnownUser;
import io.ticketing.standing.KnownUsers;
import io.ticketing.testing.quarkus.SmtpResource;
import io.ticketing.testing.smtp.RealSmtp;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody changed his address: what proves the new one must not go to the old one. */
@NotificationTest
class RightVersionTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final RealSmtp smtp = SmtpResource.smtp();
    private final Person ada = Person.unheardOf();
    private final Person moved = ada.movedTo("new-" + ada.email());

    @Inject
    KnownUsers users;

    @Inject
    Deliveries deliveries;

    @ParameterizedTest
    @MethodSource("factsOfVersionTwo")
    void aMailWaitsForTheAddressThatItIsMeantFor(Function<Person, Fact> change) {
        told(known(ada));
        eventually(() -> assertThat(users.find(ada.id())).isPresent());

        Fact fact = told(change.apply(ada));
        eventually(() -> {
            assertThat(delivery(fact).state()).isEqualTo(DeliveryState.DEFERRED);
            assertThat(delivery(fact).lastError()).isEqualTo("recipient not known yet");
        });
        told(known(moved, 2));

        eventually(() -> assertThat(smtp.mailsTo(moved.email())).hasSize(1));
        eventually(() -> assertThat(delivery(fact).state()).isEqualTo(DeliveryState.SENT));
        assertThat(delivery(fact).attempts()).isEqualTo(1);
        assertThat(smtp.mailsTo(ada.email())).isEmpty();
    }

    @Test
    void aNewerAddressIsAsGood() {
        told(known(moved, 5));
        eventually(
                () -> assertThat(users.find(ada.id())).map(KnownUser::sequence).contains(5L));

        told(proofRequested(ada, 3, link(HOUR)));

        eventually(() -> assertThat(smtp.mailsTo(moved.email())).hasSize(1));
    }

    static Stream<Function<Person, Fact>> factsOfVersionTwo() {
        return Stream.of(
                person -> proofRequested(person, 2, link(HOUR)),
                person -> resetRequested(person, 2, link(HOUR)),
                person -> roleDecided(person, 2, true));
    }

    private DeliveryDocument delivery(Fact fact) {
        return deliveries.find(fact.id()).orElseThrow();
    }
}
