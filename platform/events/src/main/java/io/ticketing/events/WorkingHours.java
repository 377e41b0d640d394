package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
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
     * Refuses what no week can be made of. The zone may be one that this machine does not know: services are not all of one age, and the
     * one who takes it from a user is the one who checks it.
     *
     * @throws IllegalArgumentException when the stretches are none
     */
    public WorkingHours {
        requireNonNull(zone, "zone");
        hours = List.copyOf(hours);
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("no working hours");
        }
    }

    /** When he works next: that time itself if he works then, or if his clocks are not known here, so that nobody is left out for that. */
    public Instant nextFrom(Instant time) {
        return place().map(known -> nextWorked(time, known)).orElse(time);
    }

    private Optional<ZoneId> place() {
        try {
            return Optional.of(ZoneId.of(zone));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private Instant nextWorked(Instant time, ZoneId place) {
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
