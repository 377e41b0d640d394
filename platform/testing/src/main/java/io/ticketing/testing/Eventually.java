package io.ticketing.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Waits for what happens on its own time, and fails with the last failure's message when it does not. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(25);

    private Eventually() {}

    /** Repeats {@code assertion} until it passes, for at most a minute. */
    public static void eventually(ThrowingRunnable assertion) {
        eventually(PATIENCE, assertion);
    }

    /** Repeats {@code assertion} until it passes, for at most {@code patience}. */
    public static void eventually(Duration patience, ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(patience)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .pollInSameThread()
                .ignoreExceptions()
                .untilAsserted(assertion);
    }

    /** Repeats {@code assertion} for all of {@code time}; it must pass each time. */
    public static void throughout(Duration time, ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(time.plus(PATIENCE))
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .pollInSameThread()
                .during(time)
                .failFast(assertion)
                .until(() -> true);
    }
}
