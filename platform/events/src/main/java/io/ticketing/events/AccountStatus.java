package io.ticketing.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Whether an account may be used. */
@RegisterForReflection
public enum AccountStatus {
    @JsonProperty("active")
    ACTIVE("active"),
    @JsonProperty("inactive")
    INACTIVE("inactive");

    private final String wireName;

    AccountStatus(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    public String wireName() {
        return wireName;
    }
}
