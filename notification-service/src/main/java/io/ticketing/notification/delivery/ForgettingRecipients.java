package io.ticketing.notification.delivery;

import io.ticketing.standing.GoneUser;
import io.ticketing.standing.KnownUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Removes everything that was ever owed to whoever was deleted. A sender who has one of his deliveries in hand finds his claim gone, and stops.
 *
 * <p>A deletion is told on two topics, and other facts of that user on others still. Whichever comes first, he is known to be gone before his
 * deliveries are removed, and {@link DeliveryQueue} looks at that after it has added one: so either it is there to be removed, or it is not let in.
 */
@ApplicationScoped
public class ForgettingRecipients {

    private final KnownUsers users;
    private final Deliveries deliveries;

    ForgettingRecipients(KnownUsers users, Deliveries deliveries) {
        this.users = users;
        this.deliveries = deliveries;
    }

    /** Forgets the user, of whose deletion the users' own topic may tell only later. */
    public void forget(String userId) {
        users.forget(userId);
        deliveries.removeAllTo(userId);
    }

    void onGoneUser(@Observes GoneUser user) {
        deliveries.removeAllTo(user.id());
    }
}
