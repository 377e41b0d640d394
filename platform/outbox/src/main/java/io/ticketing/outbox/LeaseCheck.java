package io.ticketing.outbox;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;

/** Refuses to start with a lease that may run out during a publication. */
@ApplicationScoped
@Startup(5)
class LeaseCheck {

    LeaseCheck(OutboxConfig config) {
        if (config.lease().compareTo(config.publishTimeout()) <= 0) {
            throw new ConfigurationException(
                    "ticketing.outbox.lease must be longer than ticketing.outbox.publish-timeout");
        }
    }
}
