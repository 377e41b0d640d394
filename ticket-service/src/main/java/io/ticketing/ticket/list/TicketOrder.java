package io.ticketing.ticket.list;

/** The orders in which tickets can be listed; each is another one backwards. */
enum TicketOrder {
    CREATED_AT("createdAt", SortKey.CREATED_AT, false),
    CREATED_AT_DESCENDING("-createdAt", SortKey.CREATED_AT, true),
    UPDATED_AT("updatedAt", SortKey.UPDATED_AT, false),
    UPDATED_AT_DESCENDING("-updatedAt", SortKey.UPDATED_AT, true),
    PRIORITY("priority", SortKey.PRIORITY, false),
    PRIORITY_DESCENDING("-priority", SortKey.PRIORITY, true);

    private final String wireName;
    private final SortKey key;
    private final boolean descending;

    TicketOrder(String wireName, SortKey key, boolean descending) {
        this.wireName = wireName;
        this.key = key;
        this.descending = descending;
    }

    /** The name in the address. */
    String wireName() {
        return wireName;
    }

    SortKey key() {
        return key;
    }

    boolean isDescending() {
        return descending;
    }
}
