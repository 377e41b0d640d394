package io.ticketing.web.settings;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start while a setting is missing that others would quietly replace by an address on this machine. */
@ApplicationScoped
@Startup(5)
class RequiredSettings {

    RequiredSettings(@ConfigProperty(name = "ticketing.required-settings") List<String> variables, Config config) {
        variables.forEach(variable -> check(variable, config));
    }

    private static void check(String variable, Config config) {
        if (config.getOptionalValue(variable, String.class)
                .filter(value -> !value.isBlank())
                .isEmpty()) {
            throw BadSetting.of(variable, "must be set");
        }
    }
}
