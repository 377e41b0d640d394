package io.ticketing.web.caller;

import java.util.Optional;

/**
 * Standing beats claims: role, onboarding and activity come from whichever is newer, token or standing. Newer is told by the user's version,
 * not by clocks: a token knows times to the second only, and a fresh token must not lose to a standing that lags behind.
 */
public final class StandingRule {

    private StandingRule() {}

    /** What becomes of a valid token, given what is known of its user. */
    public static Verdict decide(Claims claims, Optional<Standing> known) {
        return known.map(standing -> decide(claims, standing))
                .orElseGet(() -> accepted(claims, claims.role(), claims.onboarded()));
    }

    private static Verdict decide(Claims claims, Standing standing) {
        if (standing.revokedTokenIds().contains(claims.tokenId()) || claims.version() < standing.tokensNotBefore()) {
            return new Verdict.Ended();
        }
        if (claims.version() > standing.version()) {
            return accepted(claims, claims.role(), claims.onboarded());
        }
        return standing.active() ? accepted(claims, standing.role(), standing.onboarded()) : new Verdict.Deactivated();
    }

    private static Verdict accepted(Claims claims, String role, boolean onboarded) {
        return new Verdict.Accepted(new Caller(claims.userId(), role, onboarded, claims.tokenId(), claims.expiresAt()));
    }
}
