package io.ticketing.ticket;

import io.ticketing.events.Priority;
import org.jspecify.annotations.Nullable;

/** The place of a priority among all: the more urgent, the higher. */
public final class PriorityRank {

    private static final int UNKNOWN = 0;

    private PriorityRank() {}

    /** 0 while it is unknown, up to 3. */
    public static int of(@Nullable Priority priority) {
        return switch (priority) {
            case null -> UNKNOWN;
            case LOW -> 1;
            case MEDIUM -> 2;
            case HIGH -> 3;
        };
    }
}
