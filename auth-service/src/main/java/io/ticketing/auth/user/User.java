package io.ticketing.auth.user;

import io.ticketing.events.AccountStatus;
import io.ticketing.events.Availability;
import io.ticketing.events.RevokedToken;
import io.ticketing.events.Role;
import io.ticketing.events.UserChanged;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account.
 *
 * @param id 24 hex digits
 * @param version counts the changes, from 1
 * @param username shown name, as typed
 * @param email lower-cased address
 * @param passwordHash in the PHC string format
 * @param role role in force
 * @param status whether the account may be used
 * @param skills as typed
 * @param location free text
 * @param bio free text
 * @param onboarding null until completed
 * @param requestedRole a role that waits for an admin's approval
 * @param capacity how many open tickets a machine may give to this user
 * @param awayUntil no new work until then; null when present
 * @param tokensNotBefore tokens issued at an earlier version are refused
 * @param endedTokens tokens ended one by one
 * @param createdAt when the account was made
 * @param updatedAt when it changed last
 */
public record User(
        String id,
        long version,
        String username,
        String email,
        String passwordHash,
        Role role,
        AccountStatus status,
        List<String> skills,
        @Nullable String location,
        @Nullable String bio,
        @Nullable Onboarding onboarding,
        @Nullable Role requestedRole,
        int capacity,
        @Nullable Instant awayUntil,
        long tokensNotBefore,
        List<EndedToken> endedTokens,
        Instant createdAt,
        Instant updatedAt) {

    private static final int USUAL_CAPACITY = 10;

    public User {
        skills = List.copyOf(skills);
        endedTokens = List.copyOf(endedTokens);
    }

    /** A new account: a student, active, not onboarded. */
    public static User registered(
            String id, String username, String email, String passwordHash, List<String> skills, Instant now) {
        return new User(
                id,
                1,
                username,
                email,
                passwordHash,
                Role.STUDENT,
                AccountStatus.ACTIVE,
                skills,
                null,
                null,
                null,
                null,
                USUAL_CAPACITY,
                null,
                0,
                List.of(),
                now,
                now);
    }

    /** The same user after onboarding. */
    public User onboarded(Onboarding done, Role newRole, @Nullable Role requested, List<String> newSkills) {
        return new User(
                id,
                version + 1,
                username,
                email,
                passwordHash,
                newRole,
                status,
                newSkills,
                location,
                bio,
                done,
                requested,
                capacity,
                awayUntil,
                tokensNotBefore,
                endedTokens,
                createdAt,
                done.completedAt());
    }

    /** Whether the account may be used. */
    public boolean isActive() {
        return status == AccountStatus.ACTIVE;
    }

    /** Moderators and admins. */
    public boolean isStaff() {
        return role != Role.STUDENT;
    }

    public boolean isOnboarded() {
        return onboarding != null;
    }

    /** The full state, for whoever follows the users topic. */
    public UserChanged state() {
        return new UserChanged(
                id,
                username,
                email,
                role,
                status,
                isOnboarded(),
                skills,
                capacity,
                new Availability(awayUntil),
                tokensNotBefore,
                endedTokens.stream()
                        .map(token -> new RevokedToken(token.id(), token.expiresAt()))
                        .toList());
    }

    /** Nothing personal, so that it may stand in a log. */
    @Override
    public String toString() {
        return "User[" + id + ", version " + version + "]";
    }
}
