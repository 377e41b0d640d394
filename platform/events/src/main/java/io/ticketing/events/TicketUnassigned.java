package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Nobody works on a ticket any more.
 *
 * @param ticketId the ticket
 * @param assigneeId who worked on it
 * @param by who took it away
 */
@RegisterForReflection
public record TicketUnassigned(String ticketId, String assigneeId, Actor by) implements FactData {

    public TicketUnassigned {
        requireNonNull(ticketId, "ticketId");
        requireNonNull(assigneeId, "assigneeId");
        requireNonNull(by, "by");
    }
}
