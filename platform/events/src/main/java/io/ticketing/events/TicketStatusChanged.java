package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A ticket moved.
 *
 * @param ticketId the ticket
 * @param from before
 * @param to now
 * @param by who moved it
 */
@RegisterForReflection
public record TicketStatusChanged(String ticketId, TicketStatus from, TicketStatus to, Actor by) implements FactData {

    public TicketStatusChanged {
        requireNonNull(ticketId, "ticketId");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(by, "by");
    }
}
