package io.ticketing.notification.delivery;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A link that a mail brings. Its token is made when the mail is written, so that no database holds anything that opens an account.
 *
 * @param id makes the token
 * @param expiresAt from then on the link opens nothing
 */
@RegisterForReflection
public record OwedLink(String id, Instant expiresAt) {

    public OwedLink {
        requireNonNull(id, "id");
        requireNonNull(expiresAt, "expiresAt");
    }

    /** Whether it opens nothing any more. */
    public boolean hasExpiredAt(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /** Shows nothing, so that no link ends up in a log. */
    @Override
    public String toString() {
        return "OwedLink[]";
    }
}
