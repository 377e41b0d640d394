package io.ticketing.ticket.stream;

import com.mongodb.MongoException;
import io.ticketing.ticket.stream.Signal.News;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Reads again what a client has missed, whichever replica it was connected to before. */
@ApplicationScoped
class MissedChanges {

    private static final Duration LONGEST_ABSENCE = Duration.ofDays(1);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMillis(50);
    private static final int AT_ONCE = 8;

    private final ChangeWatches watches;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    MissedChanges(ChangeWatches watches, Clock clock) {
        this.watches = watches;
        this.clock = clock;
    }

    /** Takes what was missed. */
    @FunctionalInterface
    interface Taking {
        void take(News news) throws InterruptedException, BrokenLineException;
    }

    /**
     * Hands over, in their order, the facts after one place up to another, both as they lie in the database.
     *
     * @return whether all of it is known still; else nothing is handed over
     * @throws MongoException when the database is away
     */
    boolean read(Position after, Position upTo, Taking taking) throws InterruptedException, BrokenLineException {
        if (after.reaches(upTo)) {
            return true;
        }
        if (after.time().isBefore(clock.instant().minus(LONGEST_ABSENCE))) {
            return false;
        }
        turns.acquire();
        try {
            return readOn(after, upTo, taking);
        } finally {
            turns.release();
        }
    }

    private boolean readOn(Position after, Position upTo, Taking taking)
            throws InterruptedException, BrokenLineException {
        try (ChangeWatch watch = watches.open(Optional.of(after), PATIENCE)) {
            Instant heard = clock.instant();
            while (!watch.position().reaches(upTo)) {
                Optional<Change> next = watch.next();
                if (next.isPresent()) {
                    heard = clock.instant();
                    if (next.get().position().compareTo(upTo) > 0) {
                        return true;
                    }
                    if (next.get() instanceof Change.Told(Position position, var entry)) {
                        taking.take(new News(position, entry));
                    }
                } else if (heard.plus(LONGEST_SILENCE).isBefore(clock.instant())) {
                    throw new MongoException("the changes that were seen before do not come again");
                }
            }
            return true;
        } catch (MongoException failure) {
            if (ChangeWatches.isHistoryLost(failure)) {
                return false;
            }
            throw failure;
        }
    }
}
