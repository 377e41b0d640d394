package io.ticketing.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Where a ticket stands for people. */
@RegisterForReflection
public enum TicketStatus {
    @JsonProperty("active")
    ACTIVE("active"),
    @JsonProperty("in-progress")
    IN_PROGRESS("in-progress"),
    @JsonProperty("resolved")
    RESOLVED("resolved"),
    @JsonProperty("closed")
    CLOSED("closed");

    private final String wireName;

    TicketStatus(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    public String wireName() {
        return wireName;
    }
}
