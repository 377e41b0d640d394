package io.ticketing.auth.forgotten;

/** How setting a new password by a link ended. */
sealed interface Reset {

    /** The new one is set, and every token of before has ended. */
    record Done() implements Reset {}

    /** The link lets set none, or no longer does. */
    record BadLink() implements Reset {}

    /** The new one is too easily guessed; the link still works. */
    record WeakPassword(String fault) implements Reset {}
}
