package io.ticketing.notification.delivery;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Role;

/**
 * What came of somebody's request for a role.
 *
 * @param role what he had asked for
 * @param approved whether he has it now
 */
@RegisterForReflection
public record DecidedRole(Role role, boolean approved) {

    public DecidedRole {
        requireNonNull(role, "role");
    }
}
