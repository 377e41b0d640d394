package io.ticketing.web.settings;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start when nobody could say who leads triage: all services have to mean the same. */
@ApplicationScoped
@Startup(5)
class EngineSetting {

    private static final Set<String> ENGINES = Set.of("kafka", "inngest");

    EngineSetting(@ConfigProperty(name = "TRIAGE_ENGINE", defaultValue = "kafka") String engine) {
        if (!ENGINES.contains(engine)) {
            throw BadSetting.of("TRIAGE_ENGINE", "must be kafka or inngest");
        }
    }
}
