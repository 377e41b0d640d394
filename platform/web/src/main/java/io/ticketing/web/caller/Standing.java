package io.ticketing.web.caller;

import java.util.Set;

/**
 * What a service knows of a user, whatever a token says.
 *
 * @param version the user's version that this is the state of
 * @param role role in force
 * @param active whether the account may be used
 * @param onboarded whether onboarding is complete
 * @param tokensNotBefore tokens issued at an earlier version are refused
 * @param revokedTokenIds tokens ended one by one
 */
public record Standing(
        long version,
        String role,
        boolean active,
        boolean onboarded,
        long tokensNotBefore,
        Set<String> revokedTokenIds) {

    public Standing {
        revokedTokenIds = Set.copyOf(revokedTokenIds);
    }
}
