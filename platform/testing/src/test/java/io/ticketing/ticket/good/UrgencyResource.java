package io.ticketing.ticket.good;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.List;

@Path("/urgencies")
final class UrgencyResource {
    private final Urgency highest;

    @Inject
    UrgencyResource(Urgency highest) {
        this.highest = highest;
    }

    List<UrgencyResponse> list() {
        return List.of(new UrgencyResponse(highest.level()));
    }

    record UrgencyResponse(int level) {}
}
