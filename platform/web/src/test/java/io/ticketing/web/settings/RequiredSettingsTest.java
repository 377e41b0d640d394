package io.ticketing.web.settings;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredSettingsTest {

    private static final List<String> REQUIRED = List.of("MONGO_URI", "JWKS_URL");

    @ParameterizedTest
    @ValueSource(strings = {"MONGO_URI", "JWKS_URL"})
    void aMissingSettingIsRefusedByItsName(String missing) {
        String present = missing.equals("MONGO_URI") ? "JWKS_URL" : "MONGO_URI";

        assertThatThrownBy(() -> new RequiredSettings(REQUIRED, config(Map.of(present, "somewhere"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(missing + " must be set");
    }

    @Test
    void aBlankSettingIsAMissingOne() {
        assertThatThrownBy(
                        () -> new RequiredSettings(REQUIRED, config(Map.of("MONGO_URI", " ", "JWKS_URL", "somewhere"))))
                .hasMessage("MONGO_URI must be set");
    }

    @Test
    void whatIsSetIsAccepted() {
        assertThatNoException()
                .isThrownBy(
                        () -> new RequiredSettings(REQUIRED, config(Map.of("MONGO_URI", "here", "JWKS_URL", "there"))));
    }

    private static Config config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build();
    }
}
