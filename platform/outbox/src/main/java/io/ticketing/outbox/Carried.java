package io.ticketing.outbox;

/** What became of the facts of a document. */
enum Carried {

    /** All are out, and forgotten here. */
    OUT,

    /** One was not acknowledged; it waits together with those behind it. */
    BROKER_AWAY,

    /** The document cannot be read or confirmed; of the broker this says nothing. */
    DATABASE_AWAY
}
