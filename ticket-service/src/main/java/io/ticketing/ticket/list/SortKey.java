package io.ticketing.ticket.list;

import io.ticketing.ticket.PriorityRank;
import io.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** By what tickets are put in order; equal ones by their id. */
enum SortKey {
    CREATED_AT("createdAt", ticket -> ticket.createdAt().toEpochMilli(), Instant::ofEpochMilli),
    UPDATED_AT("updatedAt", ticket -> ticket.updatedAt().toEpochMilli(), Instant::ofEpochMilli),
    PRIORITY("priorityRank", ticket -> PriorityRank.of(ticket.priority()), number -> number);

    private final String field;
    private final ToLongFunction<Ticket> number;
    private final LongFunction<Object> stored;

    SortKey(String field, ToLongFunction<Ticket> number, LongFunction<Object> stored) {
        this.field = field;
        this.number = number;
        this.stored = stored;
    }

    /** The field of the document. */
    String field() {
        return field;
    }

    /** What that ticket has there, as a number. */
    long of(Ticket ticket) {
        return number.applyAsLong(ticket);
    }

    /** That number as it is stored. */
    Object stored(long value) {
        return stored.apply(value);
    }
}
