package io.ticketing.inngest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a step waits for.
 *
 * @param event the name of the event
 * @param timeout how long at most
 * @param condition an expression over {@code event} (the one that caused the run) and {@code async} (the one that came), such as
 *     {@code async.data.ticketId == event.data.ticketId}; null when each event will do
 */
public record Awaited(
        String event, Duration timeout, @Nullable String condition) {

    /** Any event of that name. */
    public static Awaited event(String name, Duration timeout) {
        return new Awaited(name, timeout, null);
    }

    /** The same, of which only those will do for which the expression is true. */
    public Awaited when(String expression) {
        return new Awaited(event, timeout, expression);
    }
}
