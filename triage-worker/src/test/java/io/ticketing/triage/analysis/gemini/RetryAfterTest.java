package io.ticketing.triage.analysis.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("1994-11-06T08:49:00Z");

    @ParameterizedTest
    @CsvSource({"0, PT0S", "120, PT2M", "' 7 ', PT7S"})
    void secondsAreSeconds(String told, Duration wait) {
        assertThat(RetryAfter.of(told, NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"})
    void aDateInAnyFormOfHttpIsTheTimeUntilThen(String told) {
        assertThat(RetryAfter.of(told, NOW)).contains(Duration.ofSeconds(37));
    }

    @Test
    void aDateThatHasPassedIsNoTime() {
        assertThat(RetryAfter.of("Sun, 06 Nov 1994 08:48:00 GMT", NOW)).contains(Duration.ZERO);
    }

    @Test
    void moreSecondsThanAnybodyWaitsAreStillAWait() {
        assertThat(RetryAfter.of("99999999999999999999999", NOW))
                .hasValueSatisfying(wait -> assertThat(wait).isGreaterThan(Duration.ofDays(365)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "soon", "7, 8", "Sun, 06 Nov"})
    void whatIsNeitherTellsNothing(String told) {
        assertThat(RetryAfter.of(told, NOW)).isEmpty();
    }

    @Test
    void noHeaderTellsNothing() {
        assertThat(RetryAfter.of(null, NOW)).isEmpty();
    }
}
