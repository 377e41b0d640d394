package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * A run has taken up a ticket.
 *
 * @param ticketId the ticket
 * @param runId the run
 * @param ticketVersion the ticket's version in which it said what the run is about; null where an older worker told of it
 */
@RegisterForReflection
public record TriageStarted(
        String ticketId, String runId, @Nullable Long ticketVersion) implements TriageNews {

    public TriageStarted {
        requireNonNull(ticketId, "ticketId");
        requireNonNull(runId, "runId");
    }
}
