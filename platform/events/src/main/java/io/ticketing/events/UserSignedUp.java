package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Somebody made an account.
 *
 * @param userId the new user
 * @param username shown name
 * @param email lower-cased address
 */
@RegisterForReflection
public record UserSignedUp(String userId, String username, String email) implements FactData {

    public UserSignedUp {
        requireNonNull(userId, "userId");
        requireNonNull(username, "username");
        requireNonNull(email, "email");
    }

    /** The id alone: names and addresses must not end up in a log. */
    @Override
    public String toString() {
        return "UserSignedUp[userId=" + userId + "]";
    }
}
