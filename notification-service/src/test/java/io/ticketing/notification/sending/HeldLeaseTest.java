package io.ticketing.notification.sending;

import static io.ticketing.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.notification.delivery.Deliveries;
import io.ticketing.notification.delivery.DeliveryDocument;
import io.ticketing.notification.delivery.OwnDeliveries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HeldLeaseTest {

    private static final Duration LEASE = Duration.ofSeconds(1);

    private final Deliveries deliveries = OwnDeliveries.none();
    private final DeliveryDocument claimed = OwnDeliveries.claimed(deliveries, Instant.now());

    @Test
    void whoLosesHisLeaseIsInterrupted() {
        try (HeldLease lease = HeldLease.hold(deliveries, claimed, Clock.systemUTC(), LEASE)) {
            anotherSenderClaimsIt();

            untilInterrupted();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(lease.renew()).isFalse();
        }
    }

    @Test
    void whoseDeliveryIsRemovedIsInterruptedLongBeforeTheLeaseEnds() {
        try (HeldLease lease = HeldLease.hold(deliveries, claimed, Clock.systemUTC(), Duration.ofMinutes(5))) {
            OwnDeliveries.recipientDeleted(deliveries);

            untilInterrupted();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(lease.renew()).isFalse();
        }
    }

    @Test
    void whoKnowsHowItEndedIsInterruptedNoMore() {
        try (HeldLease lease = HeldLease.hold(deliveries, claimed, Clock.systemUTC(), LEASE)) {
            lease.interruptNoMore();

            anotherSenderClaimsIt();

            throughout(LEASE, () -> assertThat(Thread.currentThread().isInterrupted())
                    .isFalse());
        }
    }

    @Test
    void anInterruptThatCameJustBeforeIsTakenBack() {
        try (HeldLease lease = HeldLease.hold(deliveries, claimed, Clock.systemUTC(), LEASE)) {
            anotherSenderClaimsIt();
            untilInterrupted();

            lease.interruptNoMore();

            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    private void anotherSenderClaimsIt() {
        Instant whenTheLeaseIsOver = Instant.now().plus(LEASE.multipliedBy(2));
        deliveries
                .claim(whenTheLeaseIsOver, whenTheLeaseIsOver.plus(LEASE), Set.of())
                .orElseThrow();
    }

    private static void untilInterrupted() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }
}
