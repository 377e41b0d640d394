package io.ticketing.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.ticketing.auth.config.AuthConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowancesTest {

    @Test
    void whatIsUsual() {
        // When
        Allowances usual = allowances(Map.of());

        // Then
        assertThat(usual.signIn().most()).isEqualTo(10);
        assertThat(usual.signInAddress().most()).isEqualTo(200);
        assertThat(usual.registration().most()).isEqualTo(150);
        assertThat(usual.forgottenPassword().most()).isEqualTo(5);
    }

    @Test
    void eachMayBeSet() {
        // When
        Allowances set = allowances(Map.of(
                "ticketing.auth.rate-limit-sign-in", "1",
                "ticketing.auth.rate-limit-sign-in-address", " 2 ",
                "ticketing.auth.rate-limit-registration", "999999",
                "ticketing.auth.rate-limit-forgotten-password", "04"));

        // Then
        assertThat(set.signIn().most()).isEqualTo(1);
        assertThat(set.signInAddress().most()).isEqualTo(2);
        assertThat(set.registration().most()).isEqualTo(999_999);
        assertThat(set.forgottenPassword().most()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "ten", "1000000", "10/s"})
    void anythingElseIsRefusedByTheVariablesName(String setting) {
        assertThatThrownBy(() -> allowances(Map.of("ticketing.auth.rate-limit-sign-in", setting)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("RATE_LIMIT_SIGN_IN must be a number from 1 to 999999");
    }

    private static Allowances allowances(Map<String, String> settings) {
        return new Allowances(new SmallRyeConfigBuilder()
                .withMapping(AuthConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(AuthConfig.class));
    }
}
