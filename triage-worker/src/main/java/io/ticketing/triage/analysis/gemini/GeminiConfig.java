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

    /** The model that is asked. */
    String model();

    /** The longest that one call may take. */
    Duration callTimeout();

    /** The longest that Gemini may take for one ticket, waits between calls included. */
    @WithDefault("60s")
    Duration ticketBudget();

    /** How often a call is repeated after 429, 5xx or silence. */
    @WithDefault("2")
    int retries();

    /** The wait before the first repetition; it doubles each time. What Gemini says in {@code Retry-After} goes before. */
    @WithDefault("300ms")
    Duration backoff();
}
