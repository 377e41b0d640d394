package io.ticketing.notification.settings;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import io.ticketing.web.settings.BadSetting;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;

/**
 * Refuses to start with settings of quarkus-mailer's own {@code Mailer}, which is not used here (docs/adr/0008). Ignored, they would mislead:
 * whoever sets {@code quarkus.mailer.mock} believes that no mail goes out.
 */
final class RefusingMailerSettings {

    private static final String UNUSED = "quarkus.mailer.";

    private RefusingMailerSettings() {}

    static void onStart(@Observes @Priority(1) StartupEvent event, SmallRyeConfig config) {
        check(config);
    }

    /**
     * Checks that there are none.
     *
     * @throws io.quarkus.runtime.configuration.ConfigurationException naming one that there is
     */
    static void check(SmallRyeConfig config) {
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(UNUSED) && isSet(config.getConfigValue(name))) {
                throw BadSetting.of(name, "has no effect here: set MAILTRAP_SMTP_HOST and its like");
            }
        }
    }

    /** Defaults come last of all sources, and what was fixed when the service was built comes first. */
    private static boolean isSet(ConfigValue value) {
        return value.getConfigSourceOrdinal() > 0 && value.getConfigSourceOrdinal() < Integer.MAX_VALUE;
    }
}
