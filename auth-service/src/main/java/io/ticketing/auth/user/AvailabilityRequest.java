package io.ticketing.auth.user;

import io.ticketing.web.input.Text;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Until when somebody takes no work.
 *
 * @param awayUntil ISO 8601, in the future and within a year; null for who takes work
 */
public record AvailabilityRequest(
        @Text(max = 40) @Schema(format = "date-time", examples = "2026-12-24T08:00:00.000Z") @Nullable
        String awayUntil) {

    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * The same as the domain has it.
     *
     * @throws ProblemException 400 when it is no such time
     */
    public Presence presenceAt(Instant now) {
        return new Presence(awayUntil == null ? null : time(awayUntil, now));
    }

    private static Instant time(String typed, Instant now) {
        try {
            Instant time = Instant.parse(typed);
            if (time.isAfter(now) && time.isBefore(now.plus(LONGEST))) {
                return time.truncatedTo(ChronoUnit.MILLIS);
            }
        } catch (DateTimeException none) {
            // told below, like a time that is out of bounds
        }
        throw new ProblemException(Failure.invalid(
                "availability.awayUntil", "must be a time in ISO 8601, in the future and within a year"));
    }
}
