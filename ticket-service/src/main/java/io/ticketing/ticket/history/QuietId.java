package io.ticketing.ticket.history;

import java.util.UUID;

/** Ids that tell nothing: Mongo's own count what was made before, and so what the requester must not know of. */
public final class QuietId {

    private static final int SKIPPED = 8;

    private QuietId() {}

    /** A new one, of 24 random hex digits. */
    public static String next() {
        return UUID.randomUUID().toString().replace("-", "").substring(SKIPPED);
    }
}
