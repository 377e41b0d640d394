package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An admin decided on the role that somebody had asked for.
 *
 * @param userId who had asked
 * @param role what he had asked for
 * @param approved whether he has it now
 */
@RegisterForReflection
public record RoleDecided(String userId, Role role, boolean approved) implements FactData {

    public RoleDecided {
        requireNonNull(userId, "userId");
        requireNonNull(role, "role");
    }
}
