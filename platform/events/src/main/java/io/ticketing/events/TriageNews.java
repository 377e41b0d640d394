package io.ticketing.events;

import org.jspecify.annotations.Nullable;

/** How far a run has come. */
public sealed interface TriageNews extends FactData
        permits TriageStarted, TriageQueued, TriageCompleted, TriageNeedsReview {

    /** The ticket. */
    String ticketId();

    /** The run. */
    String runId();

    /**
     * The ticket's version in which it said what the run is about: of two runs that with the higher one counts, and of two with the same one that
     * with the higher id. Null where an older worker told of it.
     */
    @Nullable
    Long ticketVersion();
}
