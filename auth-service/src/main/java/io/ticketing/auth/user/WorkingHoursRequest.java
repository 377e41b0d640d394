package io.ticketing.auth.user;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.auth.user.WorkingWeek.Part;
import io.ticketing.events.Weekday;
import io.ticketing.web.input.Text;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A {@link WorkingWeek} as the API takes it, and shows it again.
 *
 * @param zone name of the time zone, as IANA has it
 * @param hours at most 4 a day, none at the same time as another
 */
@Schema(
        name = "WorkingHours",
        description = "New work only then, the same every week, by the clocks of that time zone; null for always")
@RegisterForReflection
public record WorkingHoursRequest(
        @NotNull
        @Text(max = 64)
        @Schema(description = "A time zone as IANA calls it", maxLength = 64, examples = "Europe/Berlin")
        String zone,

        @NotNull @Size(min = 1, max = 28) @Schema(description = "At most 4 a day, none at the same time as another")
        List<@NotNull @Valid OfADay> hours) {

    private static final int MOST_A_DAY = 4;

    /**
     * A part of a day.
     *
     * @param from {@code HH:mm}
     * @param to {@code HH:mm}, later than {@code from}; {@code 24:00} is the end of the day
     */
    @Schema(name = "WorkingHoursOfADay")
    @RegisterForReflection
    public record OfADay(
            @NotNull Weekday day,

            @NotNull
            @Pattern(regexp = "^([01][0-9]|2[0-3]):[0-5][0-9]$", message = "must be a time from 00:00 to 23:59")
            @Schema(examples = "09:00")
            String from,

            @NotNull
            @Pattern(regexp = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$", message = "must be a time from 00:01 to 24:00")
            @Schema(description = "Later than from", examples = "17:30")
            String to) {

        private static OfADay of(Part part) {
            return new OfADay(part.day(), part.from(), part.to());
        }

        private Part part() {
            return new Part(day, from, to);
        }
    }

    static WorkingHoursRequest of(WorkingWeek week) {
        return new WorkingHoursRequest(
                week.zone(), week.parts().stream().map(OfADay::of).toList());
    }

    /**
     * The same as the domain has it.
     *
     * @param field what the client calls it
     * @throws ProblemException 400 when there is no such zone, or the hours make no week
     */
    WorkingWeek week(String field) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw wrong(field + ".zone", "must be the name of a time zone, such as Europe/Berlin");
        }
        List<Part> parts = hours.stream().map(OfADay::part).toList();
        for (int index = 0; index < parts.size(); index++) {
            refuse("%s.hours[%d]".formatted(field, index), parts.get(index), parts.subList(0, index));
        }
        return new WorkingWeek(zone, parts);
    }

    private static void refuse(String field, Part part, List<Part> before) {
        if (part.from().compareTo(part.to()) >= 0) {
            throw wrong(field + ".to", "must be later than from");
        }
        if (before.stream().anyMatch(part::overlaps)) {
            throw wrong(field, "must not be at the same time as another");
        }
        if (before.stream().filter(other -> other.day() == part.day()).count() >= MOST_A_DAY) {
            throw wrong(field, "is one more than the 4 that a day may have");
        }
    }

    private static ProblemException wrong(String field, String message) {
        return new ProblemException(Failure.invalid(field, message));
    }
}
