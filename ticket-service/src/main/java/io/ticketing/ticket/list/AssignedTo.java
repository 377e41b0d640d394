package io.ticketing.ticket.list;

import java.util.Optional;

/**
 * Who works on a ticket.
 *
 * @param userId empty for nobody
 */
record AssignedTo(Optional<String> userId) {

    static AssignedTo nobody() {
        return new AssignedTo(Optional.empty());
    }

    static AssignedTo user(String id) {
        return new AssignedTo(Optional.of(id));
    }
}
