package io.ticketing.notification.sending;

import static io.ticketing.notification.Facts.assigned;
import static io.ticketing.notification.Facts.told;
import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import io.ticketing.events.Fact;
import io.ticketing.notification.Facts.Person;
import io.ticketing.notification.NotificationTest;
import io.ticketing.notification.delivery.DeletedTickets;
import io.ticketing.notification.delivery.Deliveries;
import io.ticketing.notification.delivery.DeliveryDocument;
import io.ticketing.standing.KnownUsers;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NotificationTest
class WorkingOffDeliveriesTest {

    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final CountDownLatch testIsOver = new CountDownLatch(1);

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
    MailServer server;

    @Inject
    WritingEndings endings;

    @Inject
    Clock clock;

    @Inject
    SendingConfig config;

    @AfterEach
    void letSendersGo() {
        testIsOver.countDown();
    }

    @Test
    void aDeliveryInHandIsNotBegunAgainWhenItsLeaseRanOut() {
        QuarkusMock.installMockForInstance(new NeverDone(), sending);
        Fact first = told(assigned(Person.unheardOf(), "VPN is down"));
        eventually(() -> assertThat(begun).contains(first.id()));

        eventually(() -> assertThat(leaseEnds(first)).isBefore(Instant.now()));
        Fact afterwards = told(assigned(Person.unheardOf(), "Printer is on fire"));

        eventually(() -> assertThat(begun).contains(afterwards.id()));
        assertThat(begun).containsOnlyOnce(first.id());
    }

    private Instant leaseEnds(Fact fact) {
        return deliveries.find(fact.id()).orElseThrow().nextAttemptAt();
    }

    /** A sender that does not come to an end, and cannot renew its lease meanwhile. */
    private final class NeverDone extends SendingDelivery {

        NeverDone() {
            super(deliveries, users, deletedTickets, composing, server, endings, clock, config);
        }

        @Override
        void attempt(DeliveryDocument claimed) throws InterruptedException {
            begun.add(claimed.id());
            testIsOver.await();
        }
    }
}
