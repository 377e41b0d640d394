package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;

/**
 * A part of a day that somebody works.
 *
 * @param from when it begins, {@code HH:mm}
 * @param to when it ends, {@code HH:mm}, later than {@code from}; {@code 24:00} is the end of the day
 */
@RegisterForReflection
public record Stretch(Weekday day, String from, String to) {

    /** The end of a day. */
    public static final String MIDNIGHT = "24:00";

    /** Refuses a day or a time that is missing, a time that is none, and an end that is not after the beginning. */
    public Stretch {
        requireNonNull(day, "day");
        LocalTime begin = LocalTime.parse(from);
        if (!MIDNIGHT.equals(to) && !LocalTime.parse(to).isAfter(begin)) {
            throw new IllegalArgumentException("working hours end before they begin");
        }
    }

    Worked on(LocalDate date, ZoneId zone) {
        LocalDateTime end = MIDNIGHT.equals(to) ? date.plusDays(1).atStartOfDay() : date.atTime(LocalTime.parse(to));
        return new Worked(instant(date.atTime(LocalTime.parse(from)), zone, true), instant(end, zone, false));
    }

    /** A time that the clocks skip is the moment when they are changed; of one that they show twice the first begins and the second ends. */
    private static Instant instant(LocalDateTime local, ZoneId zone, boolean begins) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change == null) {
            return local.atZone(zone).toInstant();
        }
        if (change.isGap()) {
            return change.getInstant();
        }
        ZoneOffset offset = begins ? change.getOffsetBefore() : change.getOffsetAfter();
        return local.toInstant(offset);
    }

    /** A stretch on one day. */
    record Worked(Instant start, Instant end) {}
}
