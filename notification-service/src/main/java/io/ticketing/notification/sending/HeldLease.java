package io.ticketing.notification.sending;

import com.mongodb.MongoException;
import io.ticketing.notification.delivery.Deliveries;
import io.ticketing.notification.delivery.DeliveryDocument;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps a claimed delivery to the thread that made this, however long that takes: the lease is short, and renewed until this is closed. The
 * thread is interrupted when another sender has taken over all the same, so that two never send at once for long, and within a second when the
 * delivery was removed.
 */
final class HeldLease implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(HeldLease.class);
    private static final int RENEWALS_A_LEASE = 4;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Deliveries deliveries;
    private final DeliveryDocument claimed;
    private final Clock clock;
    private final Duration lease;
    private final Thread sender = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean interrupts = true;
    private boolean interrupted;

    private HeldLease(Deliveries deliveries, DeliveryDocument claimed, Clock clock, Duration lease) {
        this.deliveries = deliveries;
        this.claimed = claimed;
        this.clock = clock;
        this.lease = lease;
    }

    /** Begins to renew the lease. */
    static HeldLease hold(Deliveries deliveries, DeliveryDocument claimed, Clock clock, Duration lease) {
        HeldLease held = new HeldLease(deliveries, claimed, clock, lease);
        Thread.ofVirtual().name("lease-" + claimed.id()).start(held::keep);
        return held;
    }

    /** Renews the lease now; false when another sender has the delivery. */
    boolean renew() {
        return deliveries.renew(claimed, clock.instant().plus(lease));
    }

    /** Goes on renewing, but a loss interrupts nobody from now on: what the sender knows by now it has to write down. */
    synchronized void interruptNoMore() {
        interrupts = false;
        if (interrupted) {
            Thread.interrupted();
        }
    }

    /** Renews no more. */
    @Override
    public synchronized void close() {
        interrupts = false;
        closed.countDown();
    }

    private void keep() {
        try {
            while (!closed.await(pause().toMillis(), TimeUnit.MILLISECONDS)) {
                if (!renewedIfPossible()) {
                    lost();
                    return;
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pause() {
        Duration part = lease.dividedBy(RENEWALS_A_LEASE);
        return part.compareTo(LONGEST_PAUSE) < 0 ? part : LONGEST_PAUSE;
    }

    private boolean renewedIfPossible() {
        try {
            return renew();
        } catch (MongoException away) {
            LOG.warnf(
                    "lease not renewed: delivery=%s %s",
                    claimed.id(), away.getClass().getSimpleName());
            return true;
        }
    }

    private synchronized void lost() {
        if (interrupts) {
            interrupted = true;
            sender.interrupt();
        }
    }
}
