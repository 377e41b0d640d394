package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something that happened, told once and never changed.
 *
 * @param id unique per fact (UUIDv7); consumers recognise repeats by it
 * @param subject id of the aggregate that it happened to, also the Kafka key
 * @param sequence the aggregate's version after the change, from 1
 * @param time when it happened, to the millisecond
 * @param data what happened
 */
public record Fact(String id, String subject, long sequence, Instant time, FactData data) {

    public Fact {
        requireNonNull(id, "id");
        requireNonNull(subject, "subject");
        time = time.truncatedTo(ChronoUnit.MILLIS);
        requireNonNull(data, "data");
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence must be 1 or more");
        }
    }

    /** A new fact, with an id of its own. */
    public static Fact of(String subject, long sequence, Instant time, FactData data) {
        return new Fact(FactId.next(time), subject, sequence, time, data);
    }

    /** The kind of fact. */
    public FactType type() {
        return FactType.of(data);
    }
}
