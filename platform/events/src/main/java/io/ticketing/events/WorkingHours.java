package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When somebody works, the same every week, by the clocks of his place.
 *
 * @param zone name of the time zone, as IANA has it
 * @param hours at least one stretch
 */
@RegisterForReflection
public record WorkingHours(String zone, List<Stretch> hours) {

    /** Far enough for a stretch that a change of the clocks swallows once. */
    private static final int DAYS_TO_LOOK_AHEAD = 14;

    /**
     * Refuses what no week can be made of.
     *
     * @throws IllegalArgumentException when the stretches are none
     * @throws java.time.DateTimeException when there is no such zone
     */
    public WorkingHours {
        ZoneId.of(requireNonNull(zone, "zone"));
        hours = List.copyOf(hours);
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("no working hours");
        }
    }

    /** When he works next: that time itself if he works then. */
    public Instant nextFrom(Instant time) {
        ZoneId place = ZoneId.of(zone);
        LocalDate today = LocalDate.ofInstant(time, place);
        return IntStream.rangeClosed(0, DAYS_TO_LOOK_AHEAD)
                .mapToObj(today::plusDays)
                .flatMap(date -> hours.stream()
                        .filter(stretch -> stretch.day().is(date.getDayOfWeek()))
                        .map(stretch -> stretch.on(date, place)))
                .filter(worked -> worked.end().isAfter(time) && worked.end().isAfter(worked.start()))
                .map(Stretch.Worked::start)
                .min(Instant::compareTo)
                .filter(time::isBefore)
                .orElse(time);
    }
}
