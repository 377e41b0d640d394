package io.ticketing.ticket.list;

import io.ticketing.ticket.Ticket;
import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param tickets newest first
 * @param next where the next page begins; empty on the last
 */
record TicketPage(List<Ticket> tickets, Optional<Cursor> next) {

    /** The page out of what was found when one ticket more than fits was asked for. */
    static TicketPage of(List<Ticket> found, int limit) {
        if (found.size() <= limit) {
            return new TicketPage(found, Optional.empty());
        }
        List<Ticket> page = found.subList(0, limit);
        return new TicketPage(page, Optional.of(Cursor.behind(page.getLast())));
    }
}
