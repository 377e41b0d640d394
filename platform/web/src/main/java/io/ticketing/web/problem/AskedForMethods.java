package io.ticketing.web.problem;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** Answers OPTIONS, before Quarkus REST does so with the methods of all addresses of a resource. */
class AskedForMethods {

    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response answer(ResteasyReactiveContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
            return null;
        }
        Set<String> methods = AllowedMethods.at((ResteasyReactiveRequestContext) request.getServerRequestContext());
        if (methods.isEmpty()) {
            throw new ProblemException(Failure.of(404));
        }
        return Response.noContent()
                .header(HttpHeaders.ALLOW, String.join(", ", methods))
                .build();
    }
}
