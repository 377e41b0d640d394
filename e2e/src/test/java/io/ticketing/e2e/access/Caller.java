package io.ticketing.e2e.access;

import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of callers: the columns of the table. */
enum Caller {
    ANONYMOUS,
    GARBAGE,
    EXPIRED,
    TAMPERED,
    LOGGED_OUT,
    DELETED,
    DEACTIVATED,
    NOT_ONBOARDED,
    STUDENT,
    ANOTHER_STUDENT,
    MODERATOR,
    ADMIN,
    WAS_MODERATOR,
    WAS_ADMIN,
    COOKIE,
    COOKIE_FROM_ELSEWHERE;

    /** The one whose column it is. */
    static Caller of(String column) {
        return Stream.of(values())
                .filter(caller -> caller.toString().equals(column))
                .findAny()
                .orElseThrow(() -> new AssertionError("No caller is called " + column));
    }

    /** The name of the column. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
