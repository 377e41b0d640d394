package io.ticketing.ticket.stream;

import java.time.Instant;
import java.util.HexFormat;

/**
 * A place in the order of all changes, the same for all replicas: what Mongo's change streams call a resume token. Its text grows with the place.
 *
 * @param token hexadecimal digits, which begin with the kind and the time
 */
record Position(String token) implements Comparable<Position> {

    private static final int TIME_BEGINS = 2;
    private static final int TIME_ENDS = 10;

    /** When that was by the database's clock, to the second. */
    Instant time() {
        return Instant.ofEpochSecond(HexFormat.fromHexDigitsToLong(token, TIME_BEGINS, TIME_ENDS));
    }

    /** Whether everything up to the other place is behind this one. */
    boolean reaches(Position other) {
        return compareTo(other) >= 0;
    }

    /** The later one of both. */
    Position or(Position other) {
        return reaches(other) ? this : other;
    }

    @Override
    public int compareTo(Position other) {
        return token.compareTo(other.token);
    }
}
