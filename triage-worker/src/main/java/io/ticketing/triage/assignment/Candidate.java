package io.ticketing.triage.assignment;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was considered for a ticket. His name is not kept: whoever shows this looks it up, as long as there is one.
 *
 * @param userId the user
 * @param role moderator or admin
 * @param matched which of the ticket's skills he has
 * @param openTickets what lay on his desk
 * @param lastAssignedAt when he got the last one; null when he never had one
 * @param exclusion why he cannot have it, in words; null when he can
 */
@RegisterForReflection
public record Candidate(
        String userId,
        Role role,
        List<String> matched,
        int openTickets,
        @Nullable Instant lastAssignedAt,
        @Nullable String exclusion) {

    public Candidate {
        requireNonNull(userId, "userId");
        requireNonNull(role, "role");
        matched = List.copyOf(matched);
    }
}
