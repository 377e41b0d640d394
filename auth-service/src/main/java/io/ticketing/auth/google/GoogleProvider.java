package io.ticketing.auth.google;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The way to the provider and back, by quarkus-oidc. It is called here, and not by a rule on the paths, so that everything that goes wrong on
 * the way comes back to the caller as an exception.
 */
@ApplicationScoped
class GoogleProvider {

    /** For all calls to the provider that a request needs; each has a limit of its own besides. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final String OIDC_SESSION = OidcUtils.SESSION_COOKIE_NAME + "_" + GoogleTenant.ID;

    private final OidcAuthenticationMechanism mechanism;
    private final IdentityProviderManager identities;
    private final RoutingContext request;

    GoogleProvider(OidcAuthenticationMechanism mechanism, IdentityProviderManager identities, RoutingContext request) {
        this.mechanism = mechanism;
        this.identities = identities;
        this.request = request;
    }

    /** Where to send somebody who wants to sign in; the answer gets the cookie that he must bring back. */
    URI authorization() {
        ChallengeData challenge = mechanism.getChallenge(request).await().atMost(PATIENCE);
        return URI.create(challenge.getHeaders().get(HttpHeaders.LOCATION).toString());
    }

    /**
     * Who it is that the provider sent back with this request.
     *
     * @throws AuthenticationFailedException when nobody was sent
     */
    GoogleIdentity identity() {
        SecurityIdentity identity =
                mechanism.authenticate(request, identities).await().atMost(PATIENCE);
        request.response().removeCookies(OIDC_SESSION, false);
        if (identity != null && identity.getPrincipal() instanceof JsonWebToken token) {
            return new GoogleIdentity(
                    token.getSubject(),
                    token.getClaim("email"),
                    "true".equals(String.valueOf(token.<Object>getClaim("email_verified"))),
                    token.getClaim("name"));
        }
        throw new AuthenticationFailedException("nobody was sent back");
    }
}
