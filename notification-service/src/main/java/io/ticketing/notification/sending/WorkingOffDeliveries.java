package io.ticketing.notification.sending;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.ticketing.notification.delivery.Deliveries;
import io.ticketing.notification.delivery.DeliveryDocument;
import io.ticketing.notification.delivery.DeliveryQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Claims due deliveries one by one and sends a bounded number of them at once, each on a virtual thread. */
@ApplicationScoped
class WorkingOffDeliveries {

    private static final Logger LOG = Logger.getLogger(WorkingOffDeliveries.class);
    private static final int SHUTDOWN_GRACE_SECONDS = 10;

    private final DeliveryQueue queue;
    private final Deliveries deliveries;
    private final SendingDelivery sending;
    private final Clock clock;
    private final SendingConfig config;
    private final Semaphore permits;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Optional<Thread> dispatcher = Optional.empty();

    WorkingOffDeliveries(
            DeliveryQueue queue, Deliveries deliveries, SendingDelivery sending, Clock clock, SendingConfig config) {
        this.queue = queue;
        this.deliveries = deliveries;
        this.sending = sending;
        this.clock = clock;
        this.config = config;
        this.permits = new Semaphore(config.concurrency());
    }

    void start(@Observes StartupEvent event) {
        dispatcher = Optional.of(Thread.ofVirtual().name("deliveries").start(this::dispatch));
    }

    /** Takes nothing new and finishes what is on its way; what takes longer is taken over when its lease has run out. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        dispatcher.ifPresent(Thread::interrupt);
        senders.shutdown();
        if (!senders.awaitTermination(SHUTDOWN_GRACE_SECONDS, TimeUnit.SECONDS)) {
            senders.shutdownNow();
        }
    }

    private void dispatch() {
        try {
            while (!senders.isShutdown()) {
                permits.acquire();
                Optional<DeliveryDocument> due = claim();
                due.ifPresentOrElse(this::begin, permits::release);
                if (due.isEmpty()) {
                    queue.await(config.poll());
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<DeliveryDocument> claim() {
        try {
            Instant now = clock.instant();
            return deliveries.claim(now, now.plus(config.lease()), inHand);
        } catch (RuntimeException fault) {
            LOG.warnf("deliveries wait: %s", fault.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** What is in hand is not claimed again when its lease has run out because the database was away: its sender may know that it went out. */
    private void begin(DeliveryDocument delivery) {
        inHand.add(delivery.id());
        senders.execute(() -> send(delivery));
    }

    private void send(DeliveryDocument delivery) {
        try {
            sending.attempt(delivery);
        } catch (RuntimeException fault) {
            LOG.warnf("delivery %s waits: %s", delivery.id(), fault.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            inHand.remove(delivery.id());
            permits.release();
        }
    }
}
