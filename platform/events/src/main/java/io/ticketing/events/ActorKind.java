package io.ticketing.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Who acted: a person, a model, or a fixed rule. */
@RegisterForReflection
public enum ActorKind {
    @JsonProperty("person")
    PERSON("person"),
    @JsonProperty("ai")
    AI("ai"),
    @JsonProperty("rule")
    RULE("rule");

    private final String wireName;

    ActorKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    public String wireName() {
        return wireName;
    }
}
