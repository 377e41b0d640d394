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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Replaces what the token says of its bearer by what holds now, before any role is checked. Tokens of others say nothing of our users. */
@ApplicationScoped
class StandingAugmentor implements SecurityIdentityAugmentor {

    private static final String DEACTIVATED = "This account is deactivated. Ask an administrator.";

    private final Standings standings;
    private final String issuer;

    StandingAugmentor(Standings standings, @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer) {
        this.standings = standings;
        this.issuer = issuer;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token && issuer.equals(token.getIssuer())
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
                        .addAttribute(CurrentCaller.CLAIMS, claims)
                        .build();
            case Verdict.Ended() -> throw new AuthenticationFailedException();
            case Verdict.Deactivated() -> throw new ProblemException(Failure.of(403, DEACTIVATED));
        };
    }
}
