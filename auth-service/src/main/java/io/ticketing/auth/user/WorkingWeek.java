package io.ticketing.auth.user;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Stretch;
import io.ticketing.events.Weekday;
import io.ticketing.events.WorkingHours;
import java.util.List;

/**
 * When somebody works, the same every week, by the clocks of his place.
 *
 * @param zone name of the time zone, as IANA has it
 * @param parts none at the same time as another
 */
@RegisterForReflection
public record WorkingWeek(String zone, List<Part> parts) {

    /**
     * A part of a day.
     *
     * @param from {@code HH:mm}
     * @param to {@code HH:mm}, later than {@code from}; {@code 24:00} is the end of the day
     */
    @RegisterForReflection
    public record Part(Weekday day, String from, String to) {

        boolean overlaps(Part other) {
            return day == other.day && from.compareTo(other.to) < 0 && other.from.compareTo(to) < 0;
        }

        private Stretch told() {
            return new Stretch(day, from, to);
        }
    }

    /** The same for whoever follows the users topic. */
    WorkingHours told() {
        return new WorkingHours(zone, parts.stream().map(Part::told).toList());
    }
}
