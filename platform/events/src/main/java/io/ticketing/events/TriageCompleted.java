package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A run has ended with an assignee.
 *
 * @param ticketId the ticket
 * @param runId the run
 * @param analysis what was found
 * @param assigneeId who shall work on it
 * @param explanation why this assignee, in words
 */
@RegisterForReflection
public record TriageCompleted(String ticketId, String runId, Analysis analysis, String assigneeId, String explanation)
        implements FactData {

    public TriageCompleted {
        requireNonNull(ticketId, "ticketId");
        requireNonNull(runId, "runId");
        requireNonNull(analysis, "analysis");
        requireNonNull(assigneeId, "assigneeId");
        requireNonNull(explanation, "explanation");
    }
}
