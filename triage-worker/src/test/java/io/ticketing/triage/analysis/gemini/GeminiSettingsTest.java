package io.ticketing.triage.analysis.gemini;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeminiSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "call-timeout, 0s, GEMINI_CALL_TIMEOUT",
        "ticket-budget, 0s, GEMINI_TICKET_BUDGET",
        "call-timeout, 60s, GEMINI_CALL_TIMEOUT",
        "retries, -1, GEMINI_RETRIES",
        "calls-at-once, 0, GEMINI_CALLS_AT_ONCE",
        "calls-at-once, 10001, GEMINI_CALLS_AT_ONCE",
        "breaker.calls, 0, GEMINI_BREAKER_CALLS",
        "breaker.ratio, 0, GEMINI_BREAKER_RATIO",
        "breaker.ratio, 1.1, GEMINI_BREAKER_RATIO",
        "breaker.delay, -1s, GEMINI_BREAKER_DELAY"
    })
    void aSettingUnderWhichNoModelCouldBeAskedIsRefusedByItsName(String key, String value, String variable) {
        GeminiConfig config = Configured.with(Map.of(key, value));

        assertThatThrownBy(() -> new GeminiSettings(config))
                .hasMessageStartingWith(variable + " must ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void theDefaultsAreGood() {
        assertThatCode(() -> new GeminiSettings(Configured.with(Map.of()))).doesNotThrowAnyException();
    }
}
