package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Somebody forgot the password of an account; a mail with a link goes to its address.
 *
 * @param userId whose account it is
 * @param link lets set a new password
 */
@RegisterForReflection
public record PasswordResetRequested(String userId, MailedLink link) implements FactData {

    public PasswordResetRequested {
        requireNonNull(userId, "userId");
        requireNonNull(link, "link");
    }
}
