package io.ticketing.ticket.comment;

import java.time.Instant;

/**
 * Something that somebody said about a ticket.
 *
 * @param id 24 hex digits
 * @param body as typed, 1 to 10,000 characters
 * @param internal whether only staff may know of it
 */
record Comment(String id, String ticketId, String authorId, String body, boolean internal, Instant createdAt) {

    /** The id alone: what people typed must not end up in a log. */
    @Override
    public String toString() {
        return "Comment[" + id + "]";
    }
}
