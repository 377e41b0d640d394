package io.ticketing.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When somebody takes new work.
 *
 * @param awayUntil none until then; null when present
 * @param workingHours only then; null, as in facts from before there were any, for always
 */
@RegisterForReflection
public record Availability(
        @Nullable Instant awayUntil, @Nullable WorkingHours workingHours) {

    /** Present: takes work at any time. */
    public static Availability present() {
        return new Availability(null, null);
    }

    /** When he takes new work next: that time itself if he does then. */
    public Instant nextFrom(Instant time) {
        Instant back = awayUntil != null && awayUntil.isAfter(time) ? awayUntil : time;
        return workingHours == null ? back : workingHours.nextFrom(back);
    }
}
