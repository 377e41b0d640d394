package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * A run has ended with an assignee.
 *
 * @param ticketId the ticket
 * @param runId the run
 * @param ticketVersion the ticket's version in which it said what the run is about; null where an older worker told of it
 * @param analysis what was found
 * @param assigneeId who shall work on it
 * @param explanation why this assignee, in words
 */
@RegisterForReflection
public record TriageCompleted(
        String ticketId,
        String runId,
        @Nullable Long ticketVersion,
        Analysis analysis,
        String assigneeId,
        String explanation)
        implements TriageNews {

    public TriageCompleted {
        requireNonNull(ticketId, "ticketId");
        requireNonNull(runId, "runId");
        requireNonNull(analysis, "analysis");
        requireNonNull(assigneeId, "assigneeId");
        requireNonNull(explanation, "explanation");
    }
}
