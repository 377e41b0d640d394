package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A ticket is analysed, and waits for somebody who can take it.
 *
 * @param ticketId the ticket
 * @param runId the run
 * @param analysis what was found
 * @param reason why it waits, in words
 */
@RegisterForReflection
public record TriageQueued(String ticketId, String runId, Analysis analysis, String reason) implements FactData {

    public TriageQueued {
        requireNonNull(ticketId, "ticketId");
        requireNonNull(runId, "runId");
        requireNonNull(analysis, "analysis");
        requireNonNull(reason, "reason");
    }
}
