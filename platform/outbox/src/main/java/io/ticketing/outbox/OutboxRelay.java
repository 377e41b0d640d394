package io.ticketing.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Carries facts out right after their write, and sweeps up what was left behind. Memory is bounded: what does not fit into the backlog, or
 * comes while the broker is away, waits in the database.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final int SHUTDOWN_GRACE_SECONDS = 5;

    private final OutboxStore store;
    private final FactRelay relay;
    private final BlockingQueue<String> backlog;
    private final Semaphore permits;
    private final ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean brokerAway;

    OutboxRelay(OutboxSource source, FactPublisher publisher, Clock clock, OutboxConfig config) {
        this.store = new OutboxStore(source.collection());
        this.relay = new FactRelay(store, publisher, clock, config.lease());
        this.backlog = new ArrayBlockingQueue<>(config.backlog());
        this.permits = new Semaphore(config.concurrency());
    }

    /** Carries the facts of that document out soon; returns at once, and never fails. */
    public void carry(String documentId) {
        if (!brokerAway) {
            backlog.offer(documentId);
        }
    }

    void start(@Observes @Priority(100) StartupEvent event) {
        store.ensureIndex();
        carriers.execute(this::dispatch);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        carriers.shutdownNow();
        carriers.awaitTermination(SHUTDOWN_GRACE_SECONDS, TimeUnit.SECONDS);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, identity = "outbox-sweeper")
    void sweep() {
        Optional<Carried> carried;
        do {
            carried = relay.carryLeftBehind();
            brokerAway = carried.map(this::isBrokerAway).orElse(false);
        } while (carried.filter(last -> last == Carried.OUT || last == Carried.IN_OTHER_HANDS)
                .isPresent());
    }

    private boolean isBrokerAway(Carried carried) {
        return switch (carried) {
            case OUT -> false;
            case BROKER_AWAY -> true;
            case IN_OTHER_HANDS, DATABASE_AWAY -> brokerAway;
        };
    }

    private void dispatch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                String documentId = backlog.take();
                permits.acquire();
                carriers.execute(() -> carryNow(documentId));
            }
        } catch (InterruptedException | RejectedExecutionException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void carryNow(String documentId) {
        try {
            if (relay.carry(documentId) == Carried.BROKER_AWAY) {
                brokerAway = true;
                backlog.clear();
            }
        } finally {
            permits.release();
        }
    }
}
