package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Somebody said something about a ticket; what he said stays with the ticket.
 *
 * @param ticketId the ticket
 * @param commentId the comment
 * @param authorId who said it
 * @param internal whether only staff may know of it
 */
@RegisterForReflection
public record TicketCommented(String ticketId, String commentId, String authorId, boolean internal)
        implements FactData {

    public TicketCommented {
        requireNonNull(ticketId, "ticketId");
        requireNonNull(commentId, "commentId");
        requireNonNull(authorId, "authorId");
    }
}
