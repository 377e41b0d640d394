package io.ticketing.web.caller;

import java.time.Duration;

/** How the times in tokens are read. */
public final class TokenTimes {

    /**
     * By how much the clocks of two machines may differ: so much longer is a token accepted than it says, and so much earlier. The same as
     * {@code smallrye.jwt.clock.skew} and the gateway's {@code clock_skew_seconds}.
     */
    public static final Duration LEEWAY = Duration.ofSeconds(5);

    private TokenTimes() {}
}
