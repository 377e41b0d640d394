package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A token that was ended before its time.
 *
 * @param id its {@code jti}
 * @param expiresAt when it would have ended anyway, and this entry may be forgotten
 */
@RegisterForReflection
public record RevokedToken(String id, Instant expiresAt) {

    public RevokedToken {
        requireNonNull(id, "id");
        requireNonNull(expiresAt, "expiresAt");
    }
}
