package io.ticketing.inngest.settings;

/** How sure one must be of the server. Nothing that a caller says changes it. */
public enum Mode {
    /** Calls must be signed. */
    CLOUD,
    /** A dev server, which has no keys. */
    DEV
}
