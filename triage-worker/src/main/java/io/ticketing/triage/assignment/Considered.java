package io.ticketing.triage.assignment;

import io.ticketing.events.Role;
import io.ticketing.triage.desk.DeskLoad;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One member of staff, looked at for one ticket. */
record Considered(StaffMember member, List<String> matched, DeskLoad desk, boolean isRequester) {

    boolean has(Role role) {
        return member.role() == role;
    }

    int fit() {
        return matched.size();
    }

    int openTickets() {
        return desk.openTickets();
    }

    Instant lastAssignedAt() {
        return Optional.ofNullable(desk.lastAssignedAt()).orElse(Instant.EPOCH);
    }

    /** Could take it, if not now then later. */
    boolean fits() {
        return mayWork() && fit() > 0;
    }

    /** Can take it now. */
    boolean isFree() {
        return exclusion() == null;
    }

    Candidate candidate() {
        return new Candidate(member.id(), member.role(), matched, openTickets(), desk.lastAssignedAt(), exclusion());
    }

    private boolean mayWork() {
        return member.active() && member.onboarded() && !isRequester;
    }

    private @Nullable String exclusion() {
        if (isRequester) {
            return "opened the ticket";
        }
        if (!member.active()) {
            return "the account is not active";
        }
        if (!member.onboarded()) {
            return "has not completed onboarding";
        }
        return has(Role.ADMIN) ? null : moderatorsExclusion();
    }

    private @Nullable String moderatorsExclusion() {
        if (fit() == 0) {
            return "has none of the skills";
        }
        if (!member.available()) {
            return "is away or off work; works again at " + member.worksAgainAt();
        }
        if (openTickets() >= member.capacity()) {
            return "is full: %d of %d tickets".formatted(openTickets(), member.capacity());
        }
        return null;
    }
}
