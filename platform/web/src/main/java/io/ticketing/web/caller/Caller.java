package io.ticketing.web.caller;

/**
 * Who calls, as of now.
 *
 * @param userId the user
 * @param role {@code student}, {@code moderator} or {@code admin}
 * @param onboarded whether onboarding is complete
 * @param tokenId the token that was presented
 */
public record Caller(String userId, String role, boolean onboarded, String tokenId) {

    /** Moderators and admins. */
    public boolean isStaff() {
        return isAdmin() || role.equals("moderator");
    }

    public boolean isAdmin() {
        return role.equals("admin");
    }
}
