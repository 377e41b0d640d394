package io.ticketing.triage.run;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Where a run stands. */
@RegisterForReflection
public enum RunState {
    /** Has steps to do. */
    ACTIVE,
    /** Waits until somebody can take the ticket. */
    QUEUED,
    /** Ended with an assignee. */
    DONE,
    /** Ended without; a person has to look. */
    NEEDS_REVIEW,
    /** Stopped without a result, since the ticket says something else now and a newer run has taken over. */
    SUPERSEDED
}
