package io.ticketing.auth.user;

import io.ticketing.events.Availability;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much work somebody takes, and when.
 *
 * @param capacity how many open tickets a machine may give to this user
 * @param awayUntil no new work until then; null when present
 * @param workingHours new work only then; null for always
 */
public record Workload(
        int capacity, @Nullable Instant awayUntil, @Nullable WorkingWeek workingHours) {

    private static final int USUAL_CAPACITY = 10;

    /** What everybody starts with. */
    public static Workload usual() {
        return new Workload(USUAL_CAPACITY, null, null);
    }

    /** The same with that capacity; null leaves it as it is. */
    public Workload withCapacity(@Nullable Integer other) {
        return other == null ? this : new Workload(other, awayUntil, workingHours);
    }

    /** The same with that presence; null leaves it as it is. */
    public Workload withPresence(@Nullable Presence other) {
        if (other == null) {
            return this;
        }
        return new Workload(
                capacity,
                other.awayUntil() == null ? awayUntil : other.awayUntil().orElse(null),
                other.workingHours() == null
                        ? workingHours
                        : other.workingHours().orElse(null));
    }

    Availability availability() {
        return new Availability(awayUntil, workingHours == null ? null : workingHours.told());
    }
}
