package io.ticketing.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckingSendingTest {

    @Test
    void whatIsSetByDefaultIsPatientWithARelayAndQuickToTakeOver() {
        SendingConfig config = Sending.config(Map.of());

        assertThatCode(() -> CheckingSending.check(config)).doesNotThrowAnyException();
        assertThat(config.silence()).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
        assertThat(config.lease()).isLessThanOrEqualTo(Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @CsvSource({
        "lease, 6m",
        "lease, 500ms",
        "silence, 0s",
        "silence, 6m",
        "patience, 5m",
        "connect-timeout, 0s",
        "concurrency, 0",
        "unconfirmed-attempts, 0"
    })
    void timesThatDoNotFitTogetherStopTheStart(String setting, String value) {
        SendingConfig config = Sending.config(Map.of("ticketing.sending." + setting, value));

        assertThatThrownBy(() -> CheckingSending.check(config))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("ticketing.sending.")
                .hasMessageNotContaining("\n");
    }
}
