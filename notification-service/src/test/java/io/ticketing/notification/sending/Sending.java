package io.ticketing.notification.sending;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** The settings of sending, as the service reads them. */
final class Sending {

    private Sending() {}

    static SendingConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(SendingConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(SendingConfig.class);
    }
}
