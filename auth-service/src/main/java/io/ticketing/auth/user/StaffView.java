package io.ticketing.auth.user;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the API shows of moderators and admins besides.
 *
 * @param capacity how many open tickets a machine may give to this user
 * @param availability null while the user takes work
 */
public record StaffView(
        @Schema(examples = "10") int capacity, @Nullable Away availability) {

    /**
     * That somebody takes no work.
     *
     * @param awayUntil for how long
     */
    @Schema(name = "UserAvailability")
    public record Away(Instant awayUntil) {}

    static StaffView of(User user) {
        Instant awayUntil = user.workload().awayUntil();
        return new StaffView(user.workload().capacity(), awayUntil == null ? null : new Away(awayUntil));
    }
}
