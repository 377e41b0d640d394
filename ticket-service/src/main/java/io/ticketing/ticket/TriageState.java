package io.ticketing.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far triage has come with a ticket, apart from the ticket's own status; declared in the order of a run. */
public enum TriageState {
    @JsonProperty("pending")
    PENDING("pending"),
    @JsonProperty("running")
    RUNNING("running"),
    @JsonProperty("queued")
    QUEUED("queued"),
    @JsonProperty("needs-review")
    NEEDS_REVIEW("needs-review"),
    @JsonProperty("done")
    DONE("done");

    private final String wireName;

    TriageState(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    public String wireName() {
        return wireName;
    }

    /** Whether one and the same run may go on from here to there. */
    boolean leadsTo(TriageState next) {
        return next.compareTo(this) > 0;
    }

    /** Whether a run that came this far has nothing left to do. */
    boolean endsRun() {
        return this == NEEDS_REVIEW || this == DONE;
    }
}
