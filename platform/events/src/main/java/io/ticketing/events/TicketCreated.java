package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A ticket was opened.
 *
 * @param ticketId the ticket
 * @param requesterId who opened it
 * @param title as typed
 * @param description as typed
 * @param hashtags normalised, 1 to 4
 */
@RegisterForReflection
public record TicketCreated(
        String ticketId, String requesterId, String title, String description, List<String> hashtags)
        implements FactData {

    public TicketCreated {
        requireNonNull(ticketId, "ticketId");
        requireNonNull(requesterId, "requesterId");
        requireNonNull(title, "title");
        requireNonNull(description, "description");
        hashtags = List.copyOf(requireNonNull(hashtags, "hashtags"));
    }

    /** The id alone: what people typed must not end up in a log. */
    @Override
    public String toString() {
        return "TicketCreated[ticketId=" + ticketId + "]";
    }
}
