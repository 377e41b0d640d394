package io.ticketing.auth.user;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes different of when somebody takes work; null where nothing.
 *
 * @param awayUntil empty when he is there
 * @param workingHours empty when he works at any time
 */
public record Presence(
        @Nullable Optional<Instant> awayUntil, @Nullable Optional<WorkingWeek> workingHours) {}
