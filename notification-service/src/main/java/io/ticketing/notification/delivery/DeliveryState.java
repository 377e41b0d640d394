package io.ticketing.notification.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a delivery stands. */
public enum DeliveryState {
    /** Waits for its first attempt. */
    @JsonProperty("queued")
    QUEUED,
    /** Claimed by a sender until its lease runs out. */
    @JsonProperty("sending")
    SENDING,
    /** The mail server has taken the mail. */
    @JsonProperty("sent")
    SENT,
    /** Waits for its next attempt. */
    @JsonProperty("deferred")
    DEFERRED,
    /** Will not be tried again. */
    @JsonProperty("dead")
    DEAD;

    /** The name in JSON. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
