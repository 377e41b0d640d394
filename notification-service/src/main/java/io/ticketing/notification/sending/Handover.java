package io.ticketing.notification.sending;

/** What the mail server did with a mail. */
sealed interface Handover {

    /** Took it. */
    record Taken() implements Handover {}

    /**
     * Could not be reached, or asks to come back later.
     *
     * @param reason a class of error
     */
    record NotNow(String reason) implements Handover {}

    /**
     * Was given the mail to its end, and never said whether it took it.
     *
     * @param reason a class of error
     */
    record Unconfirmed(String reason) implements Handover {}

    /**
     * Will never take it.
     *
     * @param reason a class of error
     */
    record Refused(String reason) implements Handover {}
}
