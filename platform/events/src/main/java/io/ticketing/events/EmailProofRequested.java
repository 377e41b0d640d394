package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A user has to prove that the address of his account is his; a mail with a link goes there.
 *
 * @param userId the user, whose address is that of the version after this change
 * @param link what proves it
 */
@RegisterForReflection
public record EmailProofRequested(String userId, MailedLink link) implements FactData {

    public EmailProofRequested {
        requireNonNull(userId, "userId");
        requireNonNull(link, "link");
    }
}
