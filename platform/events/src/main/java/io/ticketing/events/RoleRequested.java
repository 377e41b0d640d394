package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Somebody asked for a role that an admin has to approve.
 *
 * @param userId the user
 * @param role the role asked for
 */
@RegisterForReflection
public record RoleRequested(String userId, Role role) implements FactData {

    public RoleRequested {
        requireNonNull(userId, "userId");
        requireNonNull(role, "role");
    }
}
