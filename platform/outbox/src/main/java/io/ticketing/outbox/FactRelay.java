package io.ticketing.outbox;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Carries the facts of one document out, oldest first. Whoever carries a later fact has carried all earlier ones of the same document
 * before, so their first appearances on the topic are in order, whatever dies or overlaps; repeats are possible, losses are not. A lease
 * that has run out, and every lease between two facts, is renewed first; whoever finds it in other hands stops.
 */
final class FactRelay {

    private static final Logger LOG = Logger.getLogger(FactRelay.class);

    private final OutboxStore store;
    private final FactPublisher publisher;
    private final Clock clock;
    private final Duration lease;
    private final DocumentsInHand inHand = new DocumentsInHand();

    FactRelay(OutboxStore store, FactPublisher publisher, Clock clock, Duration lease) {
        this.store = store;
        this.publisher = publisher;
        this.clock = clock;
        this.lease = lease;
    }

    /** Carries everything that waits in the document; or says what is away. */
    Carried carry(String id) {
        return inHand.byOne(id, () -> carryAll(id));
    }

    /** Carries the facts of one document whose lease has run out; empty when there is none. */
    Optional<Carried> carryLeftBehind() {
        try {
            return store.takeOver(clock.instant(), Outbox.until(clock, lease)).map(this::carry);
        } catch (MongoException away) {
            return Optional.of(Carried.DATABASE_AWAY);
        }
    }

    private Carried carryAll(String id) {
        try {
            Optional<OutboxState> waiting = store.find(id);
            while (waiting.isPresent()) {
                if (!publish(id, waiting.get())) {
                    return Carried.IN_OTHER_HANDS;
                }
                waiting = forget(id, waiting.get());
            }
            return Carried.OUT;
        } catch (PublishFailedException away) {
            return waiting(id, away, Carried.BROKER_AWAY);
        } catch (MongoException away) {
            return waiting(id, away, Carried.DATABASE_AWAY);
        }
    }

    private static Carried waiting(String id, RuntimeException away, Carried outcome) {
        LOG.warnf("facts of %s wait: %s", id, away.getClass().getSimpleName());
        return outcome;
    }

    /** False when the lease has got into other hands. Those facts that are out by then, or when the broker goes away, are not sent again. */
    private boolean publish(String id, OutboxState waiting) {
        List<String> out = new ArrayList<>();
        try {
            boolean all = publish(id, waiting, out);
            if (!all) {
                confirmSome(id, waiting, out);
            }
            return all;
        } catch (PublishFailedException away) {
            confirmSome(id, waiting, out);
            throw away;
        }
    }

    private void confirmSome(String id, OutboxState waiting, List<String> out) {
        if (!out.isEmpty() && !waiting.isTombstone()) {
            store.confirm(id, out);
        }
    }

    /** False when the lease has got into other hands, between two facts or while the document waited for its turn. */
    private boolean publish(String id, OutboxState waiting, List<String> out) {
        Instant leasedUntil = waiting.leasedUntil();
        for (OutboxEntry fact : waiting.facts()) {
            if (fact != waiting.facts().getFirst() || !clock.instant().isBefore(leasedUntil)) {
                Instant longer = Outbox.until(clock, lease);
                if (!store.renew(id, leasedUntil, longer)) {
                    return false;
                }
                leasedUntil = longer;
            }
            publisher.publish(fact);
            out.add(fact.id());
        }
        return true;
    }

    private Optional<OutboxState> forget(String id, OutboxState waiting) {
        List<String> out = waiting.facts().stream().map(OutboxEntry::id).toList();
        if (waiting.isTombstone()) {
            store.remove(id, out);
            return store.find(id);
        }
        return store.confirm(id, out);
    }
}
