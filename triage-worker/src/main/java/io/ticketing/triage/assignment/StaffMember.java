package io.ticketing.triage.assignment;

import static java.util.Objects.requireNonNull;

import io.ticketing.events.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may get tickets.
 *
 * @param id user id
 * @param role moderator or admin
 * @param active whether the account may be used
 * @param onboarded whether onboarding is complete
 * @param worksAgainAt when he takes new work again; null when he does now
 * @param capacity how many open tickets a machine may give him; does not bind admins
 * @param skills as he gave them
 */
public record StaffMember(
        String id,
        Role role,
        boolean active,
        boolean onboarded,
        @Nullable Instant worksAgainAt,
        int capacity,
        List<String> skills) {

    public StaffMember {
        requireNonNull(id, "id");
        requireNonNull(role, "role");
        skills = List.copyOf(skills);
    }

    /** Whether he takes new work now. */
    public boolean available() {
        return worksAgainAt == null;
    }
}
