package io.ticketing.auth.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.ticketing.auth.config.AuthConfig;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleSettingsTest {

    private static final Map<String, String> WHOLE = Map.of(
            "google-client-id", "an-id",
            "google-client-secret", "a-client-secret",
            "session-secret", "0123456789abcdef0123456789abcdef",
            "app-url", "https://api.example.org/",
            "client-url", "https://app.example.org");

    @Test
    void nothingSetIsNoGoogle() {
        assertThat(GoogleSettings.of(config(Map.of("session-secret", "x", "client-url", "https://app.example.org"))))
                .isEmpty();
    }

    @Test
    void theRestHasDefaults() {
        GoogleSettings settings = GoogleSettings.of(config(WHOLE)).orElseThrow();

        assertThat(settings.issuer()).isEqualTo("https://accounts.google.com");
        assertThat(settings.redirectUri()).isEqualTo("https://api.example.org/api/v1/auth/google/callback");
        assertThat(settings.clientUrl()).isEqualTo("https://app.example.org");
        assertThat(settings.toString()).doesNotContain("a-client-secret", "0123456789abcdef");
    }

    @ParameterizedTest
    @CsvSource({
        "google-client-id, GOOGLE_CLIENT_ID",
        "google-client-secret, GOOGLE_CLIENT_SECRET",
        "session-secret, SESSION_SECRET",
        "app-url, APP_URL",
        "client-url, CLIENT_URL"
    })
    void whatIsMissingIsNamed(String key, String variable) {
        Map<String, String> rest = new HashMap<>(WHOLE);
        rest.remove(key);

        assertRefused(rest, variable + " must be set");
        rest.put(key, "  ");
        assertRefused(rest, variable + " must be set");
    }

    @Test
    void aShortSecretIsRefused() {
        assertRefused(
                with("session-secret", "0123456789abcdef0123456789abcde"), "SESSION_SECRET must have at least 32");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.example.org",
                "ftp://app.example.org",
                "https://",
                "https://a b",
                "https://a?b=c",
                "https://a#b"
            })
    void whatIsNoAddressIsRefused(String value) {
        assertRefused(with("app-url", value), "APP_URL must be an address");
        assertRefused(with("client-url", value), "CLIENT_URL must be an address");
        assertRefused(with("google-issuer-url", value), "GOOGLE_ISSUER_URL must be an address");
    }

    @Test
    void aProviderElsewhereIsNotSpokenToInTheOpen() {
        assertRefused(with("google-issuer-url", "http://id.example.org"), "GOOGLE_ISSUER_URL must begin with https");
        assertThat(GoogleSettings.of(config(with("google-issuer-url", "http://127.0.0.1:9000"))))
                .map(GoogleSettings::issuer)
                .hasValue("http://127.0.0.1:9000");
    }

    private static void assertRefused(Map<String, String> settings, String complaint) {
        assertThatThrownBy(() -> GoogleSettings.of(config(settings)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(complaint)
                .hasMessageNotContaining("\n");
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> settings = new HashMap<>(WHOLE);
        settings.put(key, value);
        return settings;
    }

    private static AuthConfig config(Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(AuthConfig.class);
        settings.forEach((key, value) -> builder.withDefaultValue("ticketing.auth." + key, value));
        return builder.build().getConfigMapping(AuthConfig.class);
    }
}
