package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * Somebody made an account.
 *
 * @param userId the new user
 * @param username shown name
 * @param email lower-cased address
 * @param emailProof proves that the address is his; null when somebody trustworthy said so already
 */
@RegisterForReflection
public record UserSignedUp(
        String userId,
        String username,
        String email,
        @Nullable MailedLink emailProof) implements FactData {

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
