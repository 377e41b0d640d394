package io.ticketing.triage.assignment;

import static java.util.Objects.requireNonNull;

import io.ticketing.events.Priority;
import java.time.Instant;

/**
 * Where a ticket stands among those that need somebody: the higher rank first, then the older, then the smaller id.
 *
 * @param rank 3 for high to 1 for low priority
 * @param since when the ticket said what it says
 * @param runId the run that looks for somebody
 */
public record Turn(int rank, Instant since, String runId) {

    /** Where that priority puts a ticket. */
    public static int rank(Priority priority) {
        return priority.ordinal() + 1;
    }

    /** The priority behind that rank. */
    public static Priority priority(int rank) {
        return Priority.values()[rank - 1];
    }

    public Turn {
        requireNonNull(since, "since");
        requireNonNull(runId, "runId");
    }
}
