package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A run has taken up a ticket.
 *
 * @param ticketId the ticket
 * @param runId the run
 */
@RegisterForReflection
public record TriageStarted(String ticketId, String runId) implements FactData {

    public TriageStarted {
        requireNonNull(ticketId, "ticketId");
        requireNonNull(runId, "runId");
    }
}
