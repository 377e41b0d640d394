package io.ticketing.triage.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriageSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "concurrency, 0, TRIAGE_CONCURRENCY",
        "max-failures, 0, ticketing.triage.max-failures",
        "lease, 900ms, ticketing.triage.lease",
        "poll, 0s, ticketing.triage.poll"
    })
    void aSettingUnderWhichNothingWorksIsRefusedByItsName(String key, String value, String name) {
        TriageConfig config = config(Map.of("ticketing.triage." + key, value));

        assertThatThrownBy(() -> new TriageSettings(config))
                .hasMessageStartingWith(name + " must be at least ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void theDefaultsAreGood() {
        assertThatCode(() -> new TriageSettings(config(Map.of()))).doesNotThrowAnyException();
    }

    private static TriageConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(TriageConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(TriageConfig.class);
    }
}
