package io.ticketing.auth.google;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Gives up on a provider that is silent; without this its few connections would be waited for until the system gives them up. */
@ApplicationScoped
@Unremovable
public class ProviderPatience implements OidcRequestFilter {

    private static final Duration SILENCE = Duration.ofSeconds(3);

    @Override
    public Uni<Void> filter(OidcRequestFilterContext request) {
        request.request().timeout(SILENCE.toMillis());
        return Uni.createFrom().voidItem();
    }
}
