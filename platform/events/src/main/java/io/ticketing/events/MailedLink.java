package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A link that is to be mailed. The token in it is made from the id by whoever knows the secret for it, so that the fact opens nothing.
 *
 * @param id makes the token, and is different for each link
 * @param expiresAt from then on the link opens nothing
 */
@RegisterForReflection
public record MailedLink(String id, Instant expiresAt) {

    public MailedLink {
        requireNonNull(id, "id");
        requireNonNull(expiresAt, "expiresAt");
    }
}
