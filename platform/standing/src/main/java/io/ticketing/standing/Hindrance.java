package io.ticketing.standing;

/** What keeps somebody from working on tickets, until somebody changes it. Being away is none: whoever is away comes back to his work. */
public enum Hindrance {
    /** The account is gone. */
    DELETED,
    /** The account may not be used. */
    DEACTIVATED,
    /** Neither moderator nor admin. */
    NO_STAFF
}
