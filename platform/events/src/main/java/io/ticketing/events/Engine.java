package io.ticketing.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What analysed a ticket: the model, or the analyser that needs no network. */
@RegisterForReflection
public enum Engine {
    @JsonProperty("gemini")
    GEMINI("gemini"),
    @JsonProperty("offline")
    OFFLINE("offline");

    private final String wireName;

    Engine(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    public String wireName() {
        return wireName;
    }
}
