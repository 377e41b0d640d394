package io.ticketing.triage.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much lies on a desk.
 *
 * @param openTickets how many tickets
 * @param lastAssignedAt when the last one came; null when none ever came
 */
public record DeskLoad(int openTickets, @Nullable Instant lastAssignedAt) {

    /** A desk that never had a ticket. */
    public static final DeskLoad EMPTY = new DeskLoad(0, null);
}
