package io.ticketing.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {

    @ParameterizedTest
    @CsvSource({"PT-1S,1", "PT0S,1", "PT0.001S,1", "PT1S,1", "PT1.001S,2", "PT59.999S,60", "PT15M,900"})
    void whatPassesSaysAfterHowManyWholeSecondsToComeBack(Duration wait, String seconds) {
        Failure failure = Failure.passing(429, "Too many.", wait);

        assertThat(failure.headers()).isEqualTo(Map.of("Retry-After", seconds));
        assertThat(failure.status()).isEqualTo(429);
        assertThat(failure.detail()).isEqualTo("Too many.");
    }
}
