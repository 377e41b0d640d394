package io.ticketing.ticket.change;

import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.history.TicketField;
import io.ticketing.web.caller.Caller;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which fields of a ticket somebody may change.
 *
 * @param asStaff at any time
 * @param asRequester until the ticket is over
 */
record FieldRights(Set<TicketField> asStaff, Set<TicketField> asRequester) {

    private static final Set<TicketField> STAFF =
            Set.of(TicketField.HASHTAGS, TicketField.PRIORITY, TicketField.RELATED_SKILLS);
    private static final Set<TicketField> REQUESTER =
            Set.of(TicketField.TITLE, TicketField.DESCRIPTION, TicketField.HASHTAGS);

    /** The rights of that caller; whoever is both has both. */
    static FieldRights of(Caller caller, Ticket ticket) {
        return new FieldRights(
                caller.isStaff() ? STAFF : Set.of(), ticket.isOf(caller.userId()) ? REQUESTER : Set.of());
    }

    /** Those of the fields that are never his to change. */
    Set<TicketField> deniedOf(Set<TicketField> fields) {
        return without(without(fields, asStaff), asRequester);
    }

    /** Whether all of the fields may be changed at this time. */
    boolean cover(Set<TicketField> fields, Ticket ticket) {
        return !ticket.isOver() || without(fields, asStaff).isEmpty();
    }

    private static Set<TicketField> without(Set<TicketField> fields, Set<TicketField> some) {
        Set<TicketField> rest = EnumSet.noneOf(TicketField.class);
        rest.addAll(fields);
        rest.removeAll(some);
        return rest;
    }
}
