package io.ticketing.ticket.list;

import io.ticketing.web.caller.Caller;
import java.util.Optional;

/**
 * Which tickets are listed for a caller, and in which order.
 *
 * @param onlyOf the user whose tickets are all that the caller may see; empty for staff
 * @param filter which of those the caller may see
 * @param order their order
 */
record TicketSelection(Optional<String> onlyOf, TicketFilter filter, TicketOrder order) {

    static TicketSelection of(Caller caller, TicketFilter filter, TicketOrder order) {
        return new TicketSelection(caller.isStaff() ? Optional.empty() : Optional.of(caller.userId()), filter, order);
    }

    /** The requester of all tickets in it, if they have one in common. */
    Optional<String> requester() {
        return onlyOf.or(filter::createdBy);
    }

    /** Whether it can hold no ticket at all: whoever sees the own ones alone finds none of others. */
    boolean isVoid() {
        return onlyOf.isPresent() && filter.createdBy().isPresent() && !onlyOf.equals(filter.createdBy());
    }
}
