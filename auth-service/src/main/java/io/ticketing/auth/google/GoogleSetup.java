package io.ticketing.auth.google;

import io.quarkus.runtime.Startup;
import io.ticketing.auth.config.AuthConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whether people may sign in with Google here. */
@ApplicationScoped
@Startup(10)
class GoogleSetup {

    private final Optional<GoogleSettings> settings;

    GoogleSetup(AuthConfig config) {
        this.settings = GoogleSettings.of(config);
    }

    /** The settings; empty when nobody set Google up. */
    Optional<GoogleSettings> settings() {
        return settings;
    }
}
