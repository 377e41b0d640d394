package io.ticketing.e2e.stack;

import java.util.Locale;

/** The processes of a stack. */
public enum Part {
    MONGOD,
    KAFKA,
    INBOX,
    AUTH_SERVICE,
    TICKET_SERVICE,
    TRIAGE_WORKER,
    NOTIFICATION_SERVICE,
    GATEWAY;

    /** The name by which the launcher knows it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return wireName();
    }
}
