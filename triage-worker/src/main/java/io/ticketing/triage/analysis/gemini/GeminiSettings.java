package io.ticketing.triage.analysis.gemini;

import io.quarkus.runtime.Startup;
import io.ticketing.web.settings.BadSetting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Refuses to start with settings under which no model could be asked. */
@ApplicationScoped
@Startup(5)
class GeminiSettings {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    /** The client sets room aside for each. */
    private static final int MOST_CALLS = 10_000;

    GeminiSettings(GeminiConfig config) {
        refuseUnless(
                config.callTimeout().compareTo(SHORTEST) >= 0, "GEMINI_CALL_TIMEOUT", "must be longer than nothing");
        refuseUnless(
                config.ticketBudget().compareTo(SHORTEST) >= 0, "GEMINI_TICKET_BUDGET", "must be longer than nothing");
        Duration share = config.ticketBudget().dividedBy(ModelNames.of(config).size());
        refuseUnless(
                config.callTimeout().compareTo(share) < 0,
                "GEMINI_CALL_TIMEOUT",
                "must be shorter than what each model has of GEMINI_TICKET_BUDGET");
        refuseUnless(config.retries() >= 0, "GEMINI_RETRIES", "must be at least 0");
        refuseUnless(
                config.callsAtOnce() >= 1 && config.callsAtOnce() <= MOST_CALLS,
                "GEMINI_CALLS_AT_ONCE",
                "must be from 1 to " + MOST_CALLS);
        refuseUnless(config.breaker().calls() >= 1, "GEMINI_BREAKER_CALLS", "must be at least 1");
        refuseUnless(
                config.breaker().ratio() > 0 && config.breaker().ratio() <= 1,
                "GEMINI_BREAKER_RATIO",
                "must be above 0 and at most 1");
        refuseUnless(!config.breaker().delay().isNegative(), "GEMINI_BREAKER_DELAY", "must not be negative");
    }

    private static void refuseUnless(boolean right, String variable, String fault) {
        if (!right) {
            throw BadSetting.of(variable, fault);
        }
    }
}
