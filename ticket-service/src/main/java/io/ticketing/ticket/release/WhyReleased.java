package io.ticketing.ticket.release;

import io.ticketing.standing.Hindrance;

/** Says to staff why a ticket was taken from somebody, and names nobody. */
public final class WhyReleased {

    private WhyReleased() {}

    /** In one sentence. */
    public static String of(Hindrance hindrance) {
        return switch (hindrance) {
            case DELETED -> "The account of whoever had it was deleted; the ticket waits for somebody else.";
            case DEACTIVATED -> "The account of whoever had it was deactivated; the ticket waits for somebody else.";
            case NO_STAFF -> "Whoever had it is no longer staff; the ticket waits for somebody else.";
        };
    }
}
