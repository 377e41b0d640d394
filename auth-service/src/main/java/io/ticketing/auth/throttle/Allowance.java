package io.ticketing.auth.throttle;

import java.time.Duration;

/**
 * How often something may happen.
 *
 * @param what is counted; no two allowances share it
 * @param most so often in one window
 * @param window begins with the first time
 */
record Allowance(String what, int most, Duration window) {

    /** Whether that many are too many. */
    boolean isExceededBy(long count) {
        return count > most;
    }

    /** Whether that one is the first too many. */
    boolean isCrossedBy(long count) {
        return count == most + 1L;
    }
}
