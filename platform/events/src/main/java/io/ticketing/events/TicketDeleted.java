package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A ticket is gone, with all that was said and done about it. Its last fact; earlier ones that were not told yet are not told any more.
 *
 * @param ticketId the ticket
 * @param by who deleted it
 */
@RegisterForReflection
public record TicketDeleted(String ticketId, Actor by) implements FactData {

    public TicketDeleted {
        requireNonNull(ticketId, "ticketId");
        requireNonNull(by, "by");
    }
}
