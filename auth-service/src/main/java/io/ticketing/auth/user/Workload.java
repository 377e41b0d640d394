package io.ticketing.auth.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much work somebody takes.
 *
 * @param capacity how many open tickets a machine may give to this user
 * @param awayUntil no new work until then; null when present
 */
public record Workload(int capacity, @Nullable Instant awayUntil) {

    private static final int USUAL_CAPACITY = 10;

    /** What everybody starts with. */
    public static Workload usual() {
        return new Workload(USUAL_CAPACITY, null);
    }

    /** The same with that capacity; null leaves it as it is. */
    public Workload withCapacity(@Nullable Integer other) {
        return other == null ? this : new Workload(other, awayUntil);
    }

    /** The same with that presence; null leaves it as it is. */
    public Workload withPresence(@Nullable Presence other) {
        return other == null ? this : new Workload(capacity, other.awayUntil());
    }
}
