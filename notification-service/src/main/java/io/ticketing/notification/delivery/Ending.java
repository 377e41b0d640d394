package io.ticketing.notification.delivery;

import java.time.Instant;

/** How an attempt ended. */
public sealed interface Ending {

    /** The mail server has taken the mail. */
    record Sent() implements Ending {}

    /**
     * To be tried again.
     *
     * @param reason a class of error
     * @param offered whether the mail server was tried at all
     * @param nextAttemptAt when
     */
    record Deferred(String reason, boolean offered, Instant nextAttemptAt) implements Ending {}

    /**
     * To be tried again although the mail server may have taken the mail: it never said.
     *
     * @param reason a class of error
     * @param nextAttemptAt when
     */
    record Unconfirmed(String reason, Instant nextAttemptAt) implements Ending {}

    /**
     * Not to be tried again.
     *
     * @param reason a class of error
     * @param offered whether the mail server was tried at all
     */
    record Dead(String reason, boolean offered) implements Ending {}
}
