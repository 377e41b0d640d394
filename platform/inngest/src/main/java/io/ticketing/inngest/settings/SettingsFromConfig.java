package io.ticketing.inngest.settings;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the settings once. */
final class SettingsFromConfig {

    private SettingsFromConfig() {}

    @Produces
    @Singleton
    static InngestSettings settings(InngestConfig config) {
        return InngestSettings.of(config);
    }
}
