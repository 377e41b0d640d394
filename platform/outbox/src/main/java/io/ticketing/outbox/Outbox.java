package io.ticketing.outbox;

import com.mongodb.client.model.Updates;
import io.ticketing.events.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.bson.conversions.Bson;

/**
 * What writers use: put the facts into the same write as the state that they tell of, then call {@link OutboxRelay#carry}. Forgetting the
 * latter, or dying before it, only delays the facts until their lease has run out.
 */
@ApplicationScoped
public class Outbox {

    private final Clock clock;
    private final Duration lease;

    @Inject
    Outbox(Clock clock, OutboxConfig config) {
        this(clock, config.lease());
    }

    Outbox(Clock clock, Duration lease) {
        this.clock = clock;
        this.lease = lease;
    }

    /** The {@code outbox} field of a document that is inserted together with its first facts. */
    public OutboxState holding(Fact... facts) {
        return new OutboxState(entries(facts), leasedUntil(), null);
    }

    /** The part of an update that adds facts to a document, in this order, behind those that wait already. */
    public Bson adding(Fact... facts) {
        return Updates.combine(
                Updates.pushEach("outbox.facts", entries(facts)), Updates.set("outbox.leasedUntil", leasedUntil()));
    }

    /**
     * The part of an update that turns a document into a tombstone: it is removed once these are out. Earlier facts that still wait are dropped: the
     * end makes them void, and they may hold what has to be forgotten.
     */
    public Bson removingAfter(List<OutboxEntry> entries) {
        return Updates.set("outbox", new OutboxState(entries, leasedUntil(), true));
    }

    private Instant leasedUntil() {
        return until(clock, lease);
    }

    /** When a lease taken now runs out; in whole milliseconds, which is what Mongo keeps, so that a renewal finds its own. */
    static Instant until(Clock clock, Duration lease) {
        return clock.instant().plus(lease).truncatedTo(ChronoUnit.MILLIS);
    }

    private static List<OutboxEntry> entries(Fact... facts) {
        return Arrays.stream(facts).map(OutboxEntry::of).toList();
    }
}
