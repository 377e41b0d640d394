package io.ticketing.ticket.list;

import java.util.Arrays;
import java.util.Optional;

/**
 * What an index can begin with: a field that the tickets of a selection have in common. Declared with the one first that usually leaves the fewest
 * tickets.
 */
enum Lead {
    CREATED_BY("createdBy"),
    ASSIGNED_TO("assignedTo"),
    WORDS("words"),
    HASHTAG("hashtags"),
    STATUS("status"),
    PRIORITY("priorityRank");

    private final String field;

    Lead(String field) {
        this.field = field;
    }

    /** The best one for a selection; empty when its tickets have nothing in common. */
    static Optional<Lead> of(TicketSelection selection) {
        return Arrays.stream(values())
                .filter(lead ->
                        lead.isIn(selection) && lead.goesWith(selection.order().key()))
                .findFirst();
    }

    /** The field of the document. */
    String field() {
        return field;
    }

    /**
     * Whether there is an index of both. A ticket has many words, so each index of them costs every change of its sort key dear: there is one, and its
     * key never changes.
     */
    boolean goesWith(SortKey sortKey) {
        return switch (this) {
            case WORDS -> sortKey == SortKey.CREATED_AT;
            case PRIORITY -> sortKey != SortKey.PRIORITY;
            default -> true;
        };
    }

    private boolean isIn(TicketSelection selection) {
        TicketFilter filter = selection.filter();
        return switch (this) {
            case CREATED_BY -> selection.requester().isPresent();
            case ASSIGNED_TO -> filter.assignedTo().isPresent();
            case WORDS -> !filter.words().isEmpty();
            case HASHTAG -> filter.hashtag().isPresent();
            case STATUS -> filter.status().isPresent();
            case PRIORITY -> filter.priority().isPresent();
        };
    }
}
