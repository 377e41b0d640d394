package io.ticketing.auth.throttle;

import java.time.Duration;
import java.time.Instant;

/**
 * How often something has happened in this window, the last time included.
 *
 * @param count from 1
 * @param endsAt when the window ends, and counting begins anew
 */
record Tally(long count, Instant endsAt) {

    Duration rest(Instant now) {
        return Duration.between(now, endsAt);
    }
}
