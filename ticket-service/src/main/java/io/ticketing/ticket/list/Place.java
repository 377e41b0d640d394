package io.ticketing.ticket.list;

import io.ticketing.ticket.Ticket;

/**
 * A place in the order of tickets. It is that of a ticket and not a count, so that tickets opened meanwhile move nothing.
 *
 * @param key what the ticket there has as its sort key
 * @param id that ticket, which decides between tickets with the same key
 */
record Place(long key, String id) {

    static Place of(Ticket ticket, SortKey key) {
        return new Place(key.of(ticket), ticket.id());
    }
}
