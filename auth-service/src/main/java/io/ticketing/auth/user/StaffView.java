package io.ticketing.auth.user;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the API shows of moderators and admins besides.
 *
 * @param capacity how many open tickets a machine may give to this user
 * @param availability null for who takes work at any time
 */
public record StaffView(
        @Schema(examples = "10") int capacity, @Nullable WhenAtWork availability) {

    /**
     * When somebody takes new work.
     *
     * @param awayUntil not until then; null for who is there
     * @param workingHours only then; null for always
     */
    @Schema(name = "UserAvailability")
    public record WhenAtWork(
            @Schema(description = "No new work until then; null for who is there") @Nullable
            Instant awayUntil,

            @Nullable WorkingHoursRequest workingHours) {

        private static @Nullable WhenAtWork of(Workload workload) {
            if (workload.awayUntil() == null && workload.workingHours() == null) {
                return null;
            }
            return new WhenAtWork(
                    workload.awayUntil(),
                    workload.workingHours() == null ? null : WorkingHoursRequest.of(workload.workingHours()));
        }
    }

    static StaffView of(User user) {
        return new StaffView(user.workload().capacity(), WhenAtWork.of(user.workload()));
    }
}
