package io.ticketing.notification;

import static io.ticketing.notification.Facts.assigned;
import static io.ticketing.notification.Facts.deleted;
import static io.ticketing.notification.Facts.known;
import static io.ticketing.notification.Facts.link;
import static io.ticketing.notification.Facts.proofRequested;
import static io.ticketing.notification.Facts.resetRequested;
import static io.ticketing.notification.Facts.signedUp;
import static io.ticketing.notification.Facts.told;
import static io.ticketing.notification.Facts.toldGone;
import static io.ticketing.notification.Facts.toldUnderKeyOf;
import static io.ticketing.testing.Eventually.eventually;
import static io.ticketing.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.events.Fact;
import io.ticketing.events.Topic;
import io.ticketing.notification.Facts.Person;
import io.ticketing.notification.delivery.Deliveries;
import io.ticketing.notification.delivery.DeliveryDocument;
import io.ticketing.notification.delivery.DeliveryState;
import io.ticketing.standing.KnownUsers;
import io.ticketing.testing.quarkus.SmtpResource;
import io.ticketing.testing.smtp.RealSmtp;
import io.ticketing.testing.smtp.SmtpMood;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@NotificationTest
class DeletedUserTest {

    /** After it nobody has a mail in hand of which he has not noticed that it is gone. */
    private static final Duration ONE_LEASE = Duration.ofSeconds(2);

    private static final Duration HOUR = Duration.ofHours(1);

    private final RealSmtp smtp = SmtpResource.smtp();
    private final Person ada = Person.unheardOf();
    private final Person bob = Person.unheardOf();

    @Inject
    KnownUsers users;

    @Inject
    Deliveries deliveries;

    @AfterEach
    void mailServerIsWell() {
        smtp.mood(SmtpMood.HEALTHY);
    }

    @ParameterizedTest
    @MethodSource("tellingsOfADeletion")
    void whateverWasOwedIsRemovedAndNothingOfOthers(Consumer<Person> deleting) {
        told(known(ada));
        told(known(bob));
        Fact sent = told(assigned(ada, "VPN is down"));
        Fact anothers = told(assigned(bob, "Printer is on fire"));
        Fact waiting = told(proofRequested(ada, 2, link(HOUR)));
        in(DeliveryState.SENT, sent);
        in(DeliveryState.SENT, anothers);
        in(DeliveryState.DEFERRED, waiting);

        deleting.accept(ada);

        eventually(() -> assertThat(Owed.deliveriesTo(ada)).isZero());
        assertThat(users.isGone(ada.id())).isTrue();
        assertThat(delivery(anothers).state()).isEqualTo(DeliveryState.SENT);
        assertThat(Owed.everythingStored()).doesNotContain(ada.email());
    }

    @ParameterizedTest
    @MethodSource("tellingsOfADeletion")
    void aMailThatWaitsForTheMailServerIsNotSentAfterwards(Consumer<Person> deleting) {
        told(known(ada));
        smtp.mood(SmtpMood.REFUSING_FOR_NOW);
        Fact waiting = told(assigned(ada, "VPN is down"));
        eventually(() -> assertThat(delivery(waiting).attempts()).isPositive());

        deleting.accept(ada);
        eventually(() -> assertThat(Owed.deliveriesTo(ada)).isZero());
        throughout(ONE_LEASE, () -> assertThat(smtp.mailsTo(ada.email())).isEmpty());
        smtp.mood(SmtpMood.HEALTHY);

        throughout(Duration.ofSeconds(2), () -> {
            assertThat(smtp.mailsTo(ada.email())).isEmpty();
            assertThat(Owed.deliveriesTo(ada)).isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("tellingsOfADeletion")
    void aLateFactCreatesNothing(Consumer<Person> deleting) {
        told(known(ada));
        deleting.accept(ada);
        eventually(() -> assertThat(users.isGone(ada.id())).isTrue());

        Fact late = told(assigned(ada, "VPN is down"));
        told(signedUp(ada, link(HOUR)));
        told(resetRequested(ada, 1, link(HOUR)));
        told(known(ada, 7));
        Fact afterTheTicket = toldUnderKeyOf(late, assigned(Person.unheardOf(), "Printer is on fire"));
        Fact afterTheUser = toldUnderKeyOf(known(ada), signedUp(Person.unheardOf()));

        eventually(() -> assertThat(deliveries.find(afterTheTicket.id())).isPresent());
        eventually(() -> assertThat(deliveries.find(afterTheUser.id())).isPresent());
        assertThat(Owed.deliveriesTo(ada)).isZero();
        throughout(Duration.ofSeconds(1), () -> assertThat(smtp.mailsTo(ada.email()))
                .isEmpty());
    }

    @Test
    void whateverComesWithADeletionAtTheSameMomentLeavesNothing() {
        told(known(ada));
        eventually(() -> assertThat(users.find(ada.id())).isPresent());
        List<Fact> facts = Stream.concat(
                        Stream.generate(() -> assigned(ada, "VPN is down")).limit(12),
                        Stream.of(deleted(ada), signedUp(ada, link(HOUR)), resetRequested(ada, 2, link(HOUR))))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            facts.forEach(fact -> threads.submit(() -> told(fact)));
            threads.submit(() -> toldGone(ada));
        }

        List<Fact> afterwards = facts.stream()
                .map(fact -> toldUnderKeyOf(fact, likeIt(fact, Person.unheardOf())))
                .toList();
        eventually(() -> assertThat(afterwards)
                .allSatisfy(fact -> assertThat(deliveries.find(fact.id())).isPresent()));
        eventually(() -> assertThat(users.isGone(ada.id())).isTrue());
        eventually(() -> assertThat(Owed.deliveriesTo(ada)).isZero());
    }

    /** On the same topic. */
    private static Fact likeIt(Fact fact, Person another) {
        return fact.type().topic() == Topic.TICKET_EVENTS ? assigned(another, "Printer is on fire") : signedUp(another);
    }

    static Stream<Consumer<Person>> tellingsOfADeletion() {
        return Stream.of(Facts::toldGone, person -> told(deleted(person)));
    }

    private void in(DeliveryState state, Fact fact) {
        eventually(() -> assertThat(delivery(fact).state()).isEqualTo(state));
    }

    private DeliveryDocument delivery(Fact fact) {
        return deliveries.find(fact.id()).orElseThrow();
    }
}
