package io.ticketing.triage.analysis.gemini;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long something may still take, by a clock that only goes forward and that nobody sets. */
final class TimeLeft {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final LongSupplier nanoTime;
    private final long end;

    private TimeLeft(LongSupplier nanoTime, long end) {
        this.nanoTime = nanoTime;
        this.end = end;
    }

    /** So much from now on, by a clock such as {@link System#nanoTime()}. */
    static TimeLeft of(Duration time, LongSupplier nanoTime) {
        return new TimeLeft(nanoTime, nanoTime.getAsLong() + time.toNanos());
    }

    /** An even share of what is left, for the first of so many. */
    TimeLeft share(int sharers) {
        return of(left().dividedBy(sharers), nanoTime);
    }

    /** Never negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
    }

    /** Whether nothing is left that could be used, which is less than a millisecond. */
    boolean isOver() {
        return left().compareTo(SHORTEST) < 0;
    }
}
