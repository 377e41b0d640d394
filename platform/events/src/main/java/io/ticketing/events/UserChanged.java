package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * The full state of a user, as far as other services need it.
 *
 * @param id user id
 * @param username shown name
 * @param email lower-cased address
 * @param role role in force
 * @param status whether the account may be used
 * @param onboarded whether onboarding is complete
 * @param skills as the user gave them
 * @param capacity how many open tickets a machine may give to this user
 * @param availability when the user takes new work
 * @param tokensNotBefore tokens that were issued at an earlier version of the user are refused
 * @param revokedTokens tokens ended one by one
 */
@RegisterForReflection
public record UserChanged(
        String id,
        String username,
        String email,
        Role role,
        AccountStatus status,
        boolean onboarded,
        List<String> skills,
        int capacity,
        Availability availability,
        long tokensNotBefore,
        List<RevokedToken> revokedTokens)
        implements FactData {

    public UserChanged {
        requireNonNull(id, "id");
        requireNonNull(username, "username");
        requireNonNull(email, "email");
        requireNonNull(role, "role");
        requireNonNull(status, "status");
        requireNonNull(availability, "availability");
        skills = List.copyOf(requireNonNull(skills, "skills"));
        revokedTokens = List.copyOf(requireNonNull(revokedTokens, "revokedTokens"));
    }

    /** The id alone: names and addresses must not end up in a log. */
    @Override
    public String toString() {
        return "UserChanged[id=" + id + "]";
    }
}
