package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * A run could not end by itself; a person has to look.
 *
 * @param ticketId the ticket
 * @param runId the run
 * @param analysis what was found, if it came that far
 * @param reason why, in words
 */
@RegisterForReflection
public record TriageNeedsReview(
        String ticketId, String runId, @Nullable Analysis analysis, String reason) implements FactData {

    public TriageNeedsReview {
        requireNonNull(ticketId, "ticketId");
        requireNonNull(runId, "runId");
        requireNonNull(reason, "reason");
    }
}
