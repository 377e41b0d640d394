package io.ticketing.web.caller;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Replaces what the token says of its bearer by what holds now, before any role is checked. */
@ApplicationScoped
class StandingAugmentor implements SecurityIdentityAugmentor {

    private static final String DEACTIVATED = "This account is deactivated. Ask an administrator.";

    private final Standings standings;

    StandingAugmentor(Standings standings) {
        this.standings = standings;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? context.runBlocking(() -> standing(identity, token))
                : Uni.createFrom().item(identity);
    }

    private SecurityIdentity standing(SecurityIdentity identity, JsonWebToken token) {
        Claims claims = TokenClaims.of(token);
        return switch (StandingRule.decide(claims, standings.of(claims.userId()))) {
            case Verdict.Accepted(Caller caller) ->
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(identity.getPrincipal())
                        .addCredentials(identity.getCredentials())
                        .addRoles(Set.of(caller.role()))
                        .addAttribute(CurrentCaller.ATTRIBUTE, caller)
                        .build();
            case Verdict.Ended() -> throw new AuthenticationFailedException();
            case Verdict.Deactivated() -> throw new ProblemException(Failure.of(403, DEACTIVATED));
        };
    }
}
