package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Somebody completed onboarding.
 *
 * @param userId the user
 * @param role the role now in force
 */
@RegisterForReflection
public record UserOnboarded(String userId, Role role) implements FactData {

    public UserOnboarded {
        requireNonNull(userId, "userId");
        requireNonNull(role, "role");
    }
}
