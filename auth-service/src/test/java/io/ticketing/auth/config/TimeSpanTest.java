package io.ticketing.auth.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {

    private static final Duration USUAL = Duration.ofDays(30);

    @ParameterizedTest
    @CsvSource({"30s,PT30S", "15m,PT15M", "12h,PT12H", "7d,P7D", "7D,P7D", "1H,PT1H", "007M,PT7M", "999999S,PT999999S"})
    void aNumberAndAUnitIsALife(String setting, Duration life) {
        assertThat(TimeSpan.parse("JWT_KEY_ROTATION", Optional.of(setting), USUAL))
                .isEqualTo(life);
    }

    @Test
    void whereNothingIsSetTheUsualHolds() {
        assertThat(TimeSpan.parse("JWT_KEY_ROTATION", Optional.empty(), USUAL)).isEqualTo(USUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "D", "0d", "-1d", "7w", "1.5h", "7 d", "P7D", "7dd", "1000000d", "٣d"})
    void anythingElseIsRefusedByTheVariablesName(String setting) {
        assertThatThrownBy(() -> TimeSpan.parse("JWT_KEY_ROTATION", Optional.of(setting), USUAL))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("JWT_KEY_ROTATION must be")
                .message()
                .doesNotContain("\n");
    }
}
