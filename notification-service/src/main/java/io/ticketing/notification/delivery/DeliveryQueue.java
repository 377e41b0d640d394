package io.ticketing.notification.delivery;

import io.ticketing.standing.KnownUser;
import io.ticketing.standing.KnownUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Where deliveries come in, and where senders wait for them. What counts lies in Mongo; the nudge only spares senders a poll. */
@ApplicationScoped
public class DeliveryQueue {

    private final Deliveries deliveries;
    private final KnownUsers users;
    private final DeletedTickets deletedTickets;
    private final Clock clock;
    private final Semaphore nudges = new Semaphore(0);

    DeliveryQueue(Deliveries deliveries, KnownUsers users, DeletedTickets deletedTickets, Clock clock) {
        this.deliveries = deliveries;
        this.users = users;
        this.deletedTickets = deletedTickets;
        this.clock = clock;
    }

    /**
     * Puts a delivery in line, unless its fact has been here before, or its recipient or its ticket was deleted. That is looked at before, so that
     * nothing of them is written, and once more after, as they may be deleted at this very moment.
     */
    public void add(DeliveryDocument delivery) {
        boolean added = !isPointless(delivery) && deliveries.add(delivery);
        if (isPointless(delivery)) {
            deliveries.remove(delivery.id());
        } else if (added) {
            nudges.release();
        }
    }

    /** A delivery that was held back is due now, unless it has been tried; false when there is none of that fact. */
    public boolean release(String factId) {
        boolean isThere = deliveries.release(factId, clock.instant());
        nudges.release();
        return isThere;
    }

    /** Returns when something has come in since the last call, and after {@code patience} at the latest. */
    public void await(Duration patience) throws InterruptedException {
        if (nudges.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            nudges.drainPermits();
        }
    }

    void onKnownUser(@Observes KnownUser user) {
        if (deliveries.recipientIsKnown(user.id(), clock.instant())) {
            nudges.release();
        }
    }

    private boolean isPointless(DeliveryDocument delivery) {
        return users.isGone(delivery.recipientId()) || deletedTickets.containsTicketOf(delivery);
    }
}
