package io.ticketing.notification.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusingMailerSettingsTest {

    @Test
    void whatSomebodyHasSetIsNamedAndNotShown() {
        SmallRyeConfig config = config(Map.of("quarkus.mailer.password", "correct horse"));

        assertThatThrownBy(() -> RefusingMailerSettings.check(config))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("quarkus.mailer.password ")
                .hasMessageNotContaining("correct horse")
                .message()
                .hasLineCount(1);
    }

    @Test
    void defaultsAndWhatTheBuildHasFixedAreNobodysWish() {
        SmallRyeConfig config = config(Map.of("quarkus.mailing.list", "somebody else's"));

        assertThatCode(() -> RefusingMailerSettings.check(config)).doesNotThrowAnyException();
    }

    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withDefaultValue("quarkus.mailer.host", "localhost")
                .withSources(new PropertiesConfigSource(settings, "somebody", 300))
                .withSources(new PropertiesConfigSource(
                        Map.of("quarkus.mailer.cache-attachments", "false"), "build", Integer.MAX_VALUE))
                .build();
    }
}
