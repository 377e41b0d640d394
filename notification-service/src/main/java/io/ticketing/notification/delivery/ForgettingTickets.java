package io.ticketing.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Removes every mail about a ticket that was deleted, sent or not. It is known to be gone before they are removed, and {@link DeliveryQueue} looks
 * at that after it has added one: so either it is there to be removed, or it is not let in.
 */
@ApplicationScoped
public class ForgettingTickets {

    private final DeletedTickets deleted;
    private final Deliveries deliveries;

    ForgettingTickets(DeletedTickets deleted, Deliveries deliveries) {
        this.deleted = deleted;
        this.deliveries = deliveries;
    }

    /** Forgets the ticket; told again, it is harmless. */
    public void forget(String ticketId) {
        deleted.add(ticketId);
        deliveries.removeAllAbout(ticketId);
    }
}
