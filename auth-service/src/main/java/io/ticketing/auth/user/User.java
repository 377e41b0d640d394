package io.ticketing.auth.user;

import io.ticketing.events.AccountStatus;
import io.ticketing.events.RevokedToken;
import io.ticketing.events.Role;
import io.ticketing.events.UserChanged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account.
 *
 * @param id 24 hex digits
 * @param version counts the changes, from 1
 * @param email lower-cased address
 * @param profile what he tells of himself
 * @param credentials how he proves who he is
 * @param role role in force
 * @param status whether the account may be used
 * @param onboarding null until completed
 * @param requestedRole a role that waits for an admin's approval
 * @param workload how much work he takes
 * @param tokens which of his tokens were ended before their time
 * @param createdAt when the account was made
 * @param updatedAt when it changed last
 */
public record User(
        String id,
        long version,
        String email,
        Profile profile,
        Credentials credentials,
        Role role,
        AccountStatus status,
        @Nullable Onboarding onboarding,
        @Nullable Role requestedRole,
        Workload workload,
        TokenLimits tokens,
        Instant createdAt,
        Instant updatedAt) {

    /** A new account: a student, active, not onboarded. */
    public static User registered(String id, String email, Profile profile, Credentials credentials, Instant now) {
        return new User(
                id,
                1,
                email,
                profile,
                credentials,
                Role.STUDENT,
                AccountStatus.ACTIVE,
                null,
                null,
                Workload.usual(),
                TokenLimits.none(),
                now,
                now);
    }

    /** The same new account, but with that role and onboarded. */
    public User as(Role given, Onboarding done) {
        return new User(
                id,
                version,
                email,
                profile,
                credentials,
                given,
                status,
                done,
                requestedRole,
                workload,
                tokens,
                createdAt,
                updatedAt);
    }

    /** Begins a change; {@link UserChange#at} ends it. */
    public UserChange change() {
        return new UserChange(this);
    }

    public String username() {
        return profile.username();
    }

    /** Whether the account may be used. */
    public boolean isActive() {
        return status == AccountStatus.ACTIVE;
    }

    /** Moderators and admins. */
    public boolean isStaff() {
        return role != Role.STUDENT;
    }

    /** An admin whose account may be used. */
    public boolean isActiveAdmin() {
        return role == Role.ADMIN && isActive();
    }

    public boolean isOnboarded() {
        return onboarding != null;
    }

    /** Whether of what let somebody in before nothing is left: other credentials, and an end of all tokens. */
    boolean shutsOut(User before) {
        return tokens.notBefore() > before.tokens.notBefore() && !credentials.equals(before.credentials);
    }

    /** The full state, for whoever follows the users topic. */
    public UserChanged state() {
        return new UserChanged(
                id,
                profile.username(),
                email,
                role,
                status,
                isOnboarded(),
                profile.skills(),
                workload.capacity(),
                workload.availability(),
                tokens.notBefore(),
                tokens.ended().stream()
                        .map(token -> new RevokedToken(token.id(), token.expiresAt()))
                        .toList());
    }

    /** Nothing personal, so that it may stand in a log. */
    @Override
    public String toString() {
        return "User[" + id + ", version " + version + "]";
    }
}
