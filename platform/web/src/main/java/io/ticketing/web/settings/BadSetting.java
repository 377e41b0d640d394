package io.ticketing.web.settings;

import io.quarkus.runtime.configuration.ConfigurationException;

/** How a service refuses to start: one line that names the variable, and never its value. */
public final class BadSetting {

    private BadSetting() {}

    /** The refusal; {@code fault} goes on where the name ends. */
    public static ConfigurationException of(String variable, String fault) {
        return new ConfigurationException(variable + " " + fault);
    }
}
