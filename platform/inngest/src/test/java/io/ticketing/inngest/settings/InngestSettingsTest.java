package io.ticketing.inngest.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InngestSettingsTest {

    private static final String KEY = "signkey-prod-0123456789abcdef0123456789abcdef";

    private final Map<String, String> values = new HashMap<>(Map.of("inngest.enabled", "true"));

    @Test
    void itIsOffUnlessSwitchedOn() {
        values.clear();

        assertThat(settings().enabled()).isFalse();
    }

    @Test
    void cloudIsTheMode() {
        InngestSettings settings = settings();

        assertThat(settings.mode()).isEqualTo(Mode.CLOUD);
        assertThat(settings.events()).hasToString("https://inn.gs");
        assertThat(settings.api()).hasToString("https://api.inngest.com");
        assertThat(settings.servePath()).isEqualTo("/api/inngest");
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.appId()).isEqualTo("app");
    }

    @ParameterizedTest
    @CsvSource({"0, CLOUD", "false, CLOUD", "1, DEV", "http://dev:8288, DEV"})
    void onlyTheSettingMakesItDev(String dev, Mode mode) {
        values.put("inngest.dev", dev);

        assertThat(settings().mode()).isEqualTo(mode);
    }

    @Test
    void aDevServerIsWhereTheSettingSays() {
        values.put("inngest.dev", "1");
        assertThat(settings().api()).hasToString("http://127.0.0.1:8288");
        values.put("inngest.dev", "http://dev:9000/");
        assertThat(settings().events()).hasToString("http://dev:9000");
        values.put("inngest.base-url", "http://base:9001");
        assertThat(settings().events()).hasToString("http://base:9001");
    }

    @Test
    void withoutASigningKeyNothingIsServed() {
        values.put("inngest.serve-origin", "https://app.test");

        assertThatThrownBy(() -> settings().servedAt())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("INNGEST_SIGNING_KEY must be set");
        values.put("inngest.dev", "1");
        assertThat(settings().servedAt()).hasToString("https://app.test/api/inngest");
    }

    @Test
    void withoutAnOriginNothingIsServed() {
        values.put("inngest.signing-key", KEY);

        assertThatThrownBy(() -> settings().servedAt()).hasMessageStartingWith("INNGEST_SERVE_ORIGIN must be set");
    }

    @Test
    void withoutAnEventKeyNothingIsSent() {
        assertThatThrownBy(() -> settings().checkSending()).hasMessageStartingWith("INNGEST_EVENT_KEY must be set");
    }

    @Test
    void aKeyThatIsNoneIsNamedAndNotTold() {
        values.put("inngest.signing-key", KEY);
        values.put("inngest.signing-key-fallback", "a-secret");

        assertThatThrownBy(this::settings)
                .hasMessageStartingWith("INNGEST_SIGNING_KEY_FALLBACK ")
                .hasMessageNotContaining("a-secret");
    }

    @Test
    void bothKeysAreGood() {
        values.put("inngest.signing-key", KEY);
        values.put("inngest.signing-key-fallback", KEY.replace('0', '1'));

        assertThat(settings().keys()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.test", "ftp://app.test", "http://", "http://a b"})
    void anOriginIsAnAddress(String origin) {
        values.put("inngest.serve-origin", origin);

        assertThatThrownBy(this::settings).hasMessageStartingWith("INNGEST_SERVE_ORIGIN must be an address");
    }

    private InngestSettings settings() {
        return InngestSettings.of(new SmallRyeConfigBuilder()
                .withMapping(InngestConfig.class)
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withDefaultValue("quarkus.application.name", "app")
                .withDefaultValues(values)
                .build()
                .getConfigMapping(InngestConfig.class));
    }
}
