package io.ticketing.e2e.people;

import io.ticketing.testing.Eventually;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;

/** How long people wait: a bound for a machine that is busy with other things, not a promise. */
public final class Patience {
    private static final Duration BOUND = Duration.ofSeconds(90);

    private Patience() {}

    /** Repeats the assertion until it passes, for at most 90 s. */
    public static void eventually(ThrowingRunnable assertion) {
        Eventually.eventually(BOUND, assertion);
    }
}
