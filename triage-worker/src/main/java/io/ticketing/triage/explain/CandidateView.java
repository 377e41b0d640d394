package io.ticketing.triage.explain;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Role;
import io.ticketing.triage.assignment.Candidate;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was considered for the ticket, and what came of it.
 *
 * @param matched which of the ticket's skills he has
 * @param openTickets what lay on his desk then
 * @param score by what he was compared with others; null when he was out of the question
 * @param exclusion why he was out of the question; null when he was not
 * @param chosen whether he was it
 */
@Schema(name = "TriageCandidate")
@RegisterForReflection
public record CandidateView(
        PersonView user,
        Role role,

        @Schema(description = "Which of the ticket's skills he has")
        List<String> matched,

        @Schema(description = "How many tickets he had then")
        int openTickets,

        @Schema(
                description = "By what he was compared with others; null when he was out of the question",
                examples = "2 of 3 skills, open tickets: 1, got the last one at 2026-11-30T09:15:00Z",
                nullable = true)
        @Nullable
        String score,

        @Schema(
                description = "Why he was out of the question; null when he was not",
                examples = "is away",
                nullable = true)
        @Nullable
        String exclusion,

        boolean chosen) {

    static CandidateView of(Candidate candidate, PersonView user, int skills, @Nullable String assigneeId) {
        Instant last = candidate.lastAssignedAt();
        String score = "%d of %d skills, open tickets: %d, %s"
                .formatted(
                        candidate.matched().size(),
                        skills,
                        candidate.openTickets(),
                        last == null ? "never had one" : "got the last one at " + last);
        return new CandidateView(
                user,
                candidate.role(),
                candidate.matched(),
                candidate.openTickets(),
                candidate.exclusion() == null ? score : null,
                candidate.exclusion(),
                candidate.userId().equals(assigneeId));
    }
}
