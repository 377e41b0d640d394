package io.ticketing.auth.google;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Tells quarkus-oidc of the provider, on the routes of this feature alone: on every other route it has no say, whatever cookies a request
 * brings. Nobody asks the provider anything before somebody signs in, so that the service starts, and serves, while the provider is away.
 */
@ApplicationScoped
class GoogleTenant implements TenantConfigResolver {

    static final String ID = "google";

    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration TO_SIGN_IN = Duration.ofMinutes(10);
    /** Tokens come from the provider itself, so one of an unknown key means that the keys were rotated, and nobody else can make us fetch them. */
    private static final Duration BETWEEN_KEY_FETCHES = Duration.ZERO;

    private final OidcTenantConfig none =
            OidcTenantConfig.builder().tenantId("none").disableTenant().build();
    private final OidcTenantConfig google;

    GoogleTenant(GoogleSetup setup) {
        this.google = setup.settings().map(GoogleTenant::tenant).orElse(none);
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        return Uni.createFrom().item(request.normalizedPath().startsWith(GoogleSettings.PATH) ? google : none);
    }

    private static OidcTenantConfig tenant(GoogleSettings settings) {
        return OidcTenantConfig.authServerUrl(settings.issuer())
                .tenantId(ID)
                .applicationType(ApplicationType.WEB_APP)
                .clientId(settings.clientId())
                .credentials(settings.clientSecret())
                .connectionTimeout(TO_CONNECT)
                .connectionRetryCount(1)
                .token()
                .forcedJwkRefreshInterval(BETWEEN_KEY_FETCHES)
                .end()
                .tokenStateManager()
                .encryptionRequired(false)
                .end()
                .authentication()
                .redirectPath(settings.redirectUri())
                .removeRedirectParameters(false)
                .addOpenidScope(false)
                .scopes("openid", "email", "profile")
                .pkceRequired()
                .nonceRequired()
                .stateSecret(settings.sessionSecret())
                .stateCookieAge(TO_SIGN_IN)
                .cookiePath(GoogleSettings.PATH)
                .cookieForceSecure()
                .userInfoRequired(false)
                .end()
                .build();
    }
}
