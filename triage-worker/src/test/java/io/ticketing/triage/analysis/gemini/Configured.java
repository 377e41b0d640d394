package io.ticketing.triage.analysis.gemini;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Settings for analysers that tests build themselves. */
final class Configured {

    private static final Map<String, String> DEFAULTS = Map.of(
            "model", "a-model",
            "call-timeout", "20s",
            "ticket-budget", "60s",
            "retries", "2",
            "calls-at-once", "256",
            "breaker.calls", "10",
            "breaker.ratio", "0.5",
            "breaker.delay", "30s");

    private Configured() {}

    /** The defaults, but for these; keys without their prefix. */
    static GeminiConfig with(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        DEFAULTS.forEach((key, value) -> all.put("ticketing.gemini." + key, value));
        settings.forEach((key, value) -> all.put("ticketing.gemini." + key, value));
        return new SmallRyeConfigBuilder()
                .withMapping(GeminiConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(GeminiConfig.class);
    }
}
