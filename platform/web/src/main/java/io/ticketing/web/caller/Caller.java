package io.ticketing.web.caller;

import java.time.Instant;

/**
 * Who calls, as of now.
 *
 * @param userId the user
 * @param role {@code student}, {@code moderator} or {@code admin}
 * @param onboarded whether onboarding is complete
 * @param tokenId the token that was presented
 * @param tokenExpiresAt when that token runs out by itself
 */
public record Caller(String userId, String role, boolean onboarded, String tokenId, Instant tokenExpiresAt) {

    /** Moderators and admins. */
    public boolean isStaff() {
        return isAdmin() || role.equals("moderator");
    }

    public boolean isAdmin() {
        return role.equals("admin");
    }
}
