package io.ticketing.web.caller;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Where the current request comes from. The gateway drops what a client says of that and writes down its peer; what counts is therefore the
 * last address of {@code X-Forwarded-For}, the gateway's own entry. Without a gateway, as in tests, it is the peer's address.
 */
@ApplicationScoped
public class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final CurrentVertxRequest current;

    ClientAddress(CurrentVertxRequest current) {
        this.current = current;
    }

    /** The address of the client; empty outside of a request. */
    public Optional<String> current() {
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        return Optional.ofNullable(current.getCurrent())
                .map(RoutingContext::request)
                .map(ClientAddress::of);
    }

    private static String of(HttpServerRequest request) {
        String forwarded = request.getHeader(FORWARDED_FOR);
        return forwarded == null
                ? request.remoteAddress().hostAddress()
                : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
}
