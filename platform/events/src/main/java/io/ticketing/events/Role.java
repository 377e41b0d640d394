package io.ticketing.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What somebody may do: open tickets, work on them, or run the place; in this order. */
@RegisterForReflection
public enum Role {
    @JsonProperty("student")
    STUDENT("student"),
    @JsonProperty("moderator")
    MODERATOR("moderator"),
    @JsonProperty("admin")
    ADMIN("admin");

    private final String wireName;

    Role(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    public String wireName() {
        return wireName;
    }
}
