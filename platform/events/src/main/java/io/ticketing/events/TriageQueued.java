package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * A ticket is analysed, and waits for somebody who can take it.
 *
 * @param ticketId the ticket
 * @param runId the run
 * @param ticketVersion the ticket's version in which it said what the run is about; null where an older worker told of it
 * @param analysis what was found
 * @param reason why it waits, in words
 */
@RegisterForReflection
public record TriageQueued(
        String ticketId, String runId, @Nullable Long ticketVersion, Analysis analysis, String reason)
        implements TriageNews {

    public TriageQueued {
        requireNonNull(ticketId, "ticketId");
        requireNonNull(runId, "runId");
        requireNonNull(analysis, "analysis");
        requireNonNull(reason, "reason");
    }
}
