package io.ticketing.ticket.create;

import io.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.List;

/**
 * A ticket that somebody wants to have opened.
 *
 * @param requesterId who wants it
 * @param title as typed
 * @param description as typed
 * @param hashtags normalised
 */
record NewTicket(String requesterId, String title, String description, List<String> hashtags) {

    NewTicket {
        hashtags = List.copyOf(hashtags);
    }

    /** The ticket as it is right after it was opened. */
    Ticket opened(String id, Instant now) {
        return Ticket.opened(id, requesterId, title, description, hashtags, now);
    }
}
