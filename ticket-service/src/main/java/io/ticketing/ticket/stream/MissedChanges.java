package io.ticketing.ticket.stream;

import com.mongodb.MongoException;
import io.ticketing.ticket.feed.FeedEntryDocument;
import io.ticketing.ticket.stream.Signal.News;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

/**
 * Reads again what a client has missed, whichever replica it was connected to before. A few read at once, each in turn and a part only: nobody's
 * turn depends on how much another one has missed, or on how fast he takes it.
 */
@ApplicationScoped
class MissedChanges {

    private static final Duration LONGEST_ABSENCE = Duration.ofDays(1);
    private static final Duration LONGEST_TURN = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMillis(50);
    private static final int AT_ONCE = 8;
    private static final int MOST_NEWS = 256;

    private final ChangeWatches watches;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    MissedChanges(ChangeWatches watches, Clock clock) {
        this.watches = watches;
        this.clock = clock;
    }

    /**
     * Waits for a turn and reads, in their order, facts after one place, not beyond another one, both as they lie in the database. Gets further
     * with each turn, though not always to the end.
     *
     * @param isWanted which facts are to be brought
     * @throws MongoException when the database is away
     */
    MissedPart read(Position after, Position upTo, Predicate<FeedEntryDocument> isWanted) throws InterruptedException {
        if (after.time().isBefore(clock.instant().minus(LONGEST_ABSENCE))) {
            return new MissedPart.Unknown();
        }
        turns.acquire();
        try (ChangeWatch watch = watches.open(Optional.of(after), PATIENCE)) {
            return readOn(watch, upTo, isWanted);
        } catch (MongoException failure) {
            if (ChangeWatches.isHistoryLost(failure)) {
                return new MissedPart.Unknown();
            }
            throw failure;
        } finally {
            turns.release();
        }
    }

    /** Looks once at least, as the place moves on by that alone, however little there is to find. */
    private MissedPart readOn(ChangeWatch watch, Position upTo, Predicate<FeedEntryDocument> isWanted) {
        Instant end = clock.instant().plus(LONGEST_TURN);
        List<News> news = new ArrayList<>();
        do {
            Optional<Change> next = watch.next();
            if (next.isPresent() && next.get().position().compareTo(upTo) > 0) {
                return new MissedPart.Read(news, upTo);
            }
            if (next.orElse(null) instanceof Change.Told(Position position, var entry) && isWanted.test(entry)) {
                news.add(new News(position, entry));
            }
        } while (!watch.position().reaches(upTo)
                && news.size() < MOST_NEWS
                && clock.instant().isBefore(end));
        return new MissedPart.Read(news, watch.position().reaches(upTo) ? upTo : watch.position());
    }
}
