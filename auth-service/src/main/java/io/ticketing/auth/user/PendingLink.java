package io.ticketing.auth.user;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A link that was mailed to somebody, and works once.
 *
 * @param tokenHash SHA-256 of the token in the link, base64url
 * @param expiresAt from then on it no longer works
 */
@RegisterForReflection
public record PendingLink(String tokenHash, Instant expiresAt) {

    /** Whether it works at that time. */
    public boolean isGoodAt(Instant time) {
        return time.isBefore(expiresAt);
    }

    /** Nothing secret, so that it may stand in a log. */
    @Override
    public String toString() {
        return "PendingLink[expiresAt=" + expiresAt + "]";
    }
}
