package io.ticketing.ticket.history;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody did to a ticket. */
public enum TimelineAction {
    @JsonProperty("created")
    CREATED,
    @JsonProperty("changed")
    CHANGED,
    @JsonProperty("assigned")
    ASSIGNED,
    @JsonProperty("unassigned")
    UNASSIGNED,
    /** A value of the AI's that a person's outlived. */
    @JsonProperty("suggested")
    SUGGESTED,
    @JsonProperty("commented")
    COMMENTED
}
