package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * A run could not end by itself; a person has to look.
 *
 * @param ticketId the ticket
 * @param runId the run
 * @param ticketVersion the ticket's version in which it said what the run is about; null where an older worker told of it
 * @param analysis what was found, if it came that far
 * @param reason why, in words
 */
@RegisterForReflection
public record TriageNeedsReview(
        String ticketId,
        String runId,
        @Nullable Long ticketVersion,
        @Nullable Analysis analysis,
        String reason) implements TriageNews {

    public TriageNeedsReview {
        requireNonNull(ticketId, "ticketId");
        requireNonNull(runId, "runId");
        requireNonNull(reason, "reason");
    }
}
