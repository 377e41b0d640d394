package io.ticketing.ticket.stream;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Watches the database for this replica, and hands what happens to all who listen. While the database is away it waits, and goes on where it was;
 * who listens does not notice.
 */
@ApplicationScoped
class Switchboard {

    private static final Logger LOG = Logger.getLogger(Switchboard.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration AT_FIRST = Duration.ofMillis(20);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ChangeWatches watches;
    private final Subscriptions subscriptions;
    private volatile boolean isStopped;
    private @Nullable Thread watcher;

    Switchboard(ChangeWatches watches, Subscriptions subscriptions) {
        this.watches = watches;
        this.subscriptions = subscriptions;
    }

    void start(@Observes StartupEvent event) {
        watcher = Thread.ofVirtual().name("ticket-changes").start(this::watch);
    }

    void stop(@Observes ShutdownEvent event) {
        isStopped = true;
        if (watcher != null) {
            watcher.interrupt();
        }
        subscriptions.stop();
    }

    private void watch() {
        while (!isStopped) {
            try {
                Optional<Position> last = subscriptions.position();
                if (last.isEmpty()) {
                    findThePlace();
                } else {
                    watchFrom(last);
                }
            } catch (MongoInterruptedException stopping) {
                return;
            } catch (MongoException away) {
                LOG.warnf("changes of tickets wait: %s", away.getClass().getSimpleName());
                goOnAfter(ChangeWatches.isHistoryLost(away));
            } catch (RuntimeException unexpected) {
                LOG.error("a change of a ticket cannot be read", unexpected);
                goOnAfter(true);
            }
        }
    }

    /** Mongo names the place of now together with the first change, or after it has waited for one. */
    private void findThePlace() {
        try (ChangeWatch watch = watches.open(Optional.empty(), AT_FIRST)) {
            look(watch);
        }
    }

    private void watchFrom(Optional<Position> last) {
        try (ChangeWatch watch = watches.open(last, PATIENCE)) {
            while (!isStopped) {
                look(watch);
            }
        }
    }

    private void look(ChangeWatch watch) {
        watch.next().ifPresentOrElse(subscriptions::publish, () -> subscriptions.reach(watch.position()));
    }

    private void goOnAfter(boolean isLost) {
        if (isLost) {
            subscriptions.lose();
        }
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
