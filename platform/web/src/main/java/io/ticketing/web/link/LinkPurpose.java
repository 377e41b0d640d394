package io.ticketing.web.link;

/** What a mailed link is for; a token for one purpose opens nothing else. */
public enum LinkPurpose {
    /** Proves that an address is its user's. */
    EMAIL_PROOF,
    /** Lets set a new password. */
    PASSWORD_RESET
}
