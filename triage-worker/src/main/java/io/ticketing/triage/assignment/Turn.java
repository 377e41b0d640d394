package io.ticketing.triage.assignment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Where a ticket stands among those that need somebody: the higher rank first, then the older, then the smaller id.
 *
 * @param rank 3 for high to 1 for low priority
 * @param since when the ticket said what it says
 * @param runId the run that looks for somebody
 */
public record Turn(int rank, Instant since, String runId) {

    public Turn {
        requireNonNull(since, "since");
        requireNonNull(runId, "runId");
    }
}
