package io.ticketing.auth.user;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.ticketing.web.input.Text;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.validation.Valid;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When somebody takes new work; what is not sent stays.
 *
 * @param awayUntil ISO 8601, in the future and within a year; empty for who is there
 * @param workingHours empty for who works at any time
 */
public record AvailabilityRequest(
        @JsonDeserialize(using = ClearableText.class)
        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "No new work until then; null for who is there",
                examples = "2026-12-24T08:00:00.000Z")
        @Nullable
        Optional<@Text(max = 40) String> awayUntil,

        @JsonDeserialize(using = ClearableWorkingHours.class)
        @Schema(implementation = WorkingHoursRequest.class)
        @Nullable
        Optional<@Valid WorkingHoursRequest> workingHours) {

    private static final Duration LONGEST = Duration.ofDays(366);

    /** Work at any time. */
    static AvailabilityRequest always() {
        return new AvailabilityRequest(Optional.empty(), Optional.empty());
    }

    /**
     * The same as the domain has it.
     *
     * @throws ProblemException 400 when it is no such time, or there are no such working hours
     */
    public Presence presenceAt(Instant now) {
        return new Presence(
                awayUntil == null ? null : awayUntil.map(typed -> time(typed, now)),
                workingHours == null ? null : workingHours.map(hours -> hours.week("availability.workingHours")));
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
