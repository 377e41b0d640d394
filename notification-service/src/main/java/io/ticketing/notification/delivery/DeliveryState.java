package io.ticketing.notification.delivery;

/** Where a delivery stands. */
public enum DeliveryState {
    /** Waits for its first attempt. */
    QUEUED,
    /** Claimed by a sender until its lease runs out. */
    SENDING,
    /** The mail server has taken the mail. */
    SENT,
    /** Waits for its next attempt. */
    DEFERRED,
    /** Will not be tried again. */
    DEAD
}
