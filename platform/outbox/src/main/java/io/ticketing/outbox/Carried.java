package io.ticketing.outbox;

/** What became of the facts of a document. */
enum Carried {

    /** All are out, and forgotten here. */
    OUT,

    /** Somebody else carries them: another carrier of this replica, or another replica. */
    IN_OTHER_HANDS,

    /** One was not acknowledged; it waits together with those behind it. */
    BROKER_AWAY,

    /** The document cannot be read or confirmed; of the broker this says nothing. */
    DATABASE_AWAY
}
