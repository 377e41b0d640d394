package io.ticketing.web.caller;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The access token of whoever came in with a browser, in a cookie. A request without an {@code Authorization} header of its own gets the
 * cookie's token. Browsers send cookies whoever made them ask, so one gives nothing for a request that changes state, unless the request
 * comes from an origin that is allowed: that of the web client or that of the gateway itself.
 */
@ApplicationScoped
public class SessionCookie {

    /** The cookie's name. */
    public static final String NAME = "ticketing_session";

    private static final String USED = SessionCookie.class.getName();
    private static final int BEFORE_AUTHENTICATION = -9_000;
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final List<String> allowedOrigins;

    SessionCookie(@ConfigProperty(name = "ticketing.web.allowed-origins") Optional<List<String>> allowedOrigins) {
        this.allowedOrigins = allowedOrigins.orElse(List.of()).stream()
                .map(SessionCookie::origin)
                .toList();
    }

    /** Whether it was the cookie that let this request in. */
    public static boolean letIn(RoutingContext request) {
        return request.get(USED) != null;
    }

    /** The token in the cookie, of which nothing is known yet; empty without a cookie, or when the request may do nothing with it. */
    public Optional<String> tokenOf(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(NAME))
                .filter(session -> mayCount(request))
                .map(Cookie::getValue);
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_AUTHENTICATION).handler(this::use);
    }

    private void use(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.getHeader("Authorization") == null) {
            tokenOf(request).ifPresent(token -> {
                request.headers().set("Authorization", "Bearer " + token);
                context.put(USED, true);
            });
        }
        context.next();
    }

    private boolean mayCount(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return SAFE.contains(request.method()) || origin != null && allowedOrigins.contains(origin(origin));
    }

    private static String origin(String address) {
        return address.strip().toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
    }
}
