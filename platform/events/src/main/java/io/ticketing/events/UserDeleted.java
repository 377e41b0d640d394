package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An account was deleted: whoever holds anything personal of that user erases it.
 *
 * @param userId whose account it was
 */
@RegisterForReflection
public record UserDeleted(String userId) implements FactData {

    public UserDeleted {
        requireNonNull(userId, "userId");
    }
}
