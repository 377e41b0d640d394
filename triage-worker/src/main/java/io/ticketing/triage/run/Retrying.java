package io.ticketing.triage.run;

/** What comes of having a ticket triaged again. */
public enum Retrying {
    /** A run is under way. */
    UNDER_WAY,
    /** The ticket is resolved or closed, and nobody has to be found. */
    OVER,
    /** There is no such ticket, or not any more. */
    UNKNOWN
}
