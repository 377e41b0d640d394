package io.ticketing.e2e.people;

import java.util.Locale;

/** What somebody may be. */
public enum Role {
    STUDENT,
    MODERATOR,
    ADMIN;

    /** As the API writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
