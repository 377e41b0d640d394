package io.ticketing.web.caller;

/** What becomes of a token. */
public sealed interface Verdict {

    /** The bearer may act, as this. */
    record Accepted(Caller caller) implements Verdict {}

    /** The token was ended: 401. */
    record Ended() implements Verdict {}

    /** The account is deactivated: 403. */
    record Deactivated() implements Verdict {}
}
