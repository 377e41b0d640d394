package io.ticketing.auth.throttle;

import io.ticketing.web.caller.ClientAddress;
import jakarta.enterprise.context.ApplicationScoped;

/** Where the current request comes from. */
@ApplicationScoped
public class CurrentNetwork {

    private final ClientAddress client;

    CurrentNetwork(ClientAddress client) {
        this.client = client;
    }

    /** The network of the client; outside of a request the one that is nobody's. */
    public Network get() {
        return Network.of(client.current().orElse(""));
    }
}
