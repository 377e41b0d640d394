package io.ticketing.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far triage has come with a ticket, apart from the ticket's own status; declared in the order of a run. */
public enum TriageState {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("needs-review")
    NEEDS_REVIEW,
    @JsonProperty("done")
    DONE;

    /** Whether one and the same run may go on from here to there. */
    boolean leadsTo(TriageState next) {
        return next.compareTo(this) > 0;
    }

    /** Whether a run that came this far has nothing left to do. */
    boolean endsRun() {
        return this == NEEDS_REVIEW || this == DONE;
    }
}
