package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * Who did it.
 *
 * @param kind a person, a model or a rule
 * @param id the user, when it was a person
 */
@RegisterForReflection
public record Actor(ActorKind kind, @Nullable String id) {

    public Actor {
        requireNonNull(kind, "kind");
    }

    /** That user did it. */
    public static Actor person(String userId) {
        return new Actor(ActorKind.PERSON, userId);
    }

    /** The model's analysis did it. */
    public static Actor ai() {
        return new Actor(ActorKind.AI, null);
    }

    /** A fixed rule did it. */
    public static Actor rule() {
        return new Actor(ActorKind.RULE, null);
    }
}
