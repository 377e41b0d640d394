package io.ticketing.triage.assignment;

import static java.util.Objects.requireNonNull;

import io.ticketing.events.Role;
import java.util.List;

/**
 * Somebody who may get tickets.
 *
 * @param id user id
 * @param role moderator or admin
 * @param active whether the account may be used
 * @param onboarded whether onboarding is complete
 * @param available whether he takes new work now
 * @param capacity how many open tickets a machine may give him; does not bind admins
 * @param skills as he gave them
 */
public record StaffMember(
        String id, Role role, boolean active, boolean onboarded, boolean available, int capacity, List<String> skills) {

    public StaffMember {
        requireNonNull(id, "id");
        requireNonNull(role, "role");
        skills = List.copyOf(skills);
    }
}
