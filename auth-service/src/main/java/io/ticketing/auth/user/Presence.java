package io.ticketing.auth.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody takes work.
 *
 * @param awayUntil null when he does
 */
public record Presence(@Nullable Instant awayUntil) {}
