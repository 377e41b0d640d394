package io.ticketing.testing.inngest;

import io.ticketing.testing.process.FreePort;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a double is like.
 *
 * @param port of loopback
 * @param eventKey the one key that lets events in
 * @param signingKey signs calls, {@code signkey-<env>-<hex>}; null for a dev server, which signs nothing
 * @param pace how many times faster than life it waits: at 100, a backoff of 15 s takes 150 ms
 * @param callTimeout how long an application may take to answer a call, in real time
 * @param seed of the random choices
 */
public record InngestOptions(
        int port, String eventKey, @Nullable String signingKey, double pace, Duration callTimeout, long seed) {

    /** Lets events in, unless told otherwise. */
    public static final String EVENT_KEY = "an-event-key-for-tests";

    /** Signs calls, unless told otherwise. */
    public static final String SIGNING_KEY =
            "signkey-test-6b8a3f0e5d1c47926b8a3f0e5d1c47926b8a3f0e5d1c47926b8a3f0e5d1c4792";

    private static final double BRISK = 200;

    /** A server that signs, on a port of its own, 200 times faster than life. */
    public static InngestOptions signing() {
        return new InngestOptions(FreePort.choose(), EVENT_KEY, SIGNING_KEY, BRISK, Duration.ofSeconds(10), 1);
    }

    /** A dev server, on a port of its own, 200 times faster than life. */
    public static InngestOptions dev() {
        return new InngestOptions(FreePort.choose(), EVENT_KEY, null, BRISK, Duration.ofSeconds(10), 1);
    }

    /**
     * As the environment says: {@code INNGEST_SERVER_PORT} (8288), {@code INNGEST_EVENT_KEY}, {@code INNGEST_SIGNING_KEY} (empty for a dev
     * server), {@code INNGEST_SERVER_PACE} (1), {@code INNGEST_SERVER_CALL_TIMEOUT} (seconds, 60), {@code INNGEST_SERVER_SEED} (1).
     */
    static InngestOptions of(Map<String, String> environment) {
        String key = environment.getOrDefault("INNGEST_SIGNING_KEY", "");
        return new InngestOptions(
                Integer.parseInt(environment.getOrDefault("INNGEST_SERVER_PORT", "8288")),
                environment.getOrDefault("INNGEST_EVENT_KEY", EVENT_KEY),
                key.isEmpty() ? null : key,
                Double.parseDouble(environment.getOrDefault("INNGEST_SERVER_PACE", "1")),
                Duration.ofSeconds(Long.parseLong(environment.getOrDefault("INNGEST_SERVER_CALL_TIMEOUT", "60"))),
                Long.parseLong(environment.getOrDefault("INNGEST_SERVER_SEED", "1")));
    }

    /** The same that waits so many times faster than life. */
    public InngestOptions atPace(double timesFaster) {
        return new InngestOptions(port, eventKey, signingKey, timesFaster, callTimeout, seed);
    }

    /** The same with so much patience for a call. */
    public InngestOptions patient(Duration forOneCall) {
        return new InngestOptions(port, eventKey, signingKey, pace, forOneCall, seed);
    }

    /** That much of the server's time, in real time. */
    Duration scaled(Duration time) {
        return Duration.ofNanos((long) (time.toNanos() / pace));
    }
}
