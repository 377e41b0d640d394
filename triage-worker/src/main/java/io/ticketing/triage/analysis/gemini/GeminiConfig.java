package io.ticketing.triage.analysis.gemini;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How Gemini is asked. */
@ConfigMapping(prefix = "ticketing.gemini")
public interface GeminiConfig {

    /** The key of Google's API; without one the rules analyse every ticket. */
    Optional<String> apiKey();

    /** The model that is asked first. */
    String model();

    /** The model that is asked when the first gives no analysis, with the same key. */
    Optional<String> fallbackModel();

    /** The longest that one call may take. */
    Duration callTimeout();

    /** The longest that all models together may take for one ticket, waits included. */
    Duration ticketBudget();

    /** How often a call to a model is repeated after 429, 5xx or silence. */
    int retries();

    /** The wait before the first repetition; it doubles each time. What Gemini says in {@code Retry-After} goes before. */
    @WithDefault("300ms")
    Duration backoff();

    /** How many calls to one model may be under way at once; others wait, as long as their ticket may. */
    int callsAtOnce();

    /** When a model counts as dead. */
    Breaker breaker();

    /** Keeps tickets from waiting for a dead model, each anew. */
    interface Breaker {

        /** How many of a model's last calls are looked at. */
        int calls();

        /** Of these, the share that has to fail, 0 to 1, until the model is not called any more. */
        double ratio();

        /** For how long; then one call tries whether it is back. */
        Duration delay();
    }
}
