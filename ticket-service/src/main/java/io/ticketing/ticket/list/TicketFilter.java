package io.ticketing.ticket.list;

import io.ticketing.events.Priority;
import io.ticketing.events.TicketStatus;
import java.util.List;
import java.util.Optional;

/**
 * Which tickets a list holds; what is empty leaves out none.
 *
 * @param createdBy the requester
 * @param assignedTo who works on it
 * @param words all of which are in its texts, in their normal form
 * @param hashtag one of its own
 * @param status where it stands
 * @param priority how urgent it is
 */
record TicketFilter(
        Optional<String> createdBy,
        Optional<AssignedTo> assignedTo,
        List<String> words,
        Optional<String> hashtag,
        Optional<TicketStatus> status,
        Optional<Priority> priority) {

    TicketFilter {
        words = List.copyOf(words);
    }
}
