package io.ticketing.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When somebody does not take work.
 *
 * @param awayUntil no new work until then; null when present
 */
@RegisterForReflection
public record Availability(@Nullable Instant awayUntil) {

    /** Present: takes work at any time. */
    public static Availability present() {
        return new Availability(null);
    }
}
