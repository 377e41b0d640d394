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

    /** The same desk with one ticket less. */
    public DeskLoad withOneLess() {
        return new DeskLoad(Math.max(openTickets - 1, 0), lastAssignedAt);
    }
}
