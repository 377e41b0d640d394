package io.ticketing.outbox;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Carries the facts of one document out, oldest first. Whoever carries a later fact has carried all earlier ones of the same document
 * before, so their first appearances on the topic are in order, whatever dies or overlaps; repeats are possible, losses are not.
 */
final class FactRelay {

    private static final Logger LOG = Logger.getLogger(FactRelay.class);

    private final OutboxStore store;
    private final FactPublisher publisher;
    private final Clock clock;
    private final Duration lease;

    FactRelay(OutboxStore store, FactPublisher publisher, Clock clock, Duration lease) {
        this.store = store;
        this.publisher = publisher;
        this.clock = clock;
        this.lease = lease;
    }

    /** Carries everything that waits in the document; or says what is away. */
    Carried carry(String id) {
        try {
            Optional<OutboxState> waiting = store.find(id);
            while (waiting.isPresent()) {
                waiting = carry(id, waiting.get());
            }
            return Carried.OUT;
        } catch (PublishFailedException away) {
            return waiting(id, away, Carried.BROKER_AWAY);
        } catch (MongoException away) {
            return waiting(id, away, Carried.DATABASE_AWAY);
        }
    }

    /** Carries the facts of one document whose lease has run out; empty when there is none. */
    Optional<Carried> carryLeftBehind() {
        Instant now = clock.instant();
        try {
            return store.takeOver(now, now.plus(lease)).map(this::carry);
        } catch (MongoException away) {
            return Optional.of(Carried.DATABASE_AWAY);
        }
    }

    private static Carried waiting(String id, RuntimeException away, Carried outcome) {
        LOG.warnf("facts of %s wait: %s", id, away.getClass().getSimpleName());
        return outcome;
    }

    private Optional<OutboxState> carry(String id, OutboxState waiting) {
        waiting.facts().forEach(publisher::publish);
        List<String> out = waiting.facts().stream().map(OutboxEntry::id).toList();
        if (waiting.isTombstone()) {
            store.remove(id, out);
            return store.find(id);
        }
        return store.confirm(id, out);
    }
}
