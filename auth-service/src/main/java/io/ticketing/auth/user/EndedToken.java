package io.ticketing.auth.user;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A token that was ended before its time.
 *
 * @param id its {@code jti}
 * @param expiresAt when it would have ended anyway, and this entry may be forgotten
 */
@RegisterForReflection
public record EndedToken(String id, Instant expiresAt) {}
