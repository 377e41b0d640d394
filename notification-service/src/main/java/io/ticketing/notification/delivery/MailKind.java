package io.ticketing.notification.delivery;

import java.util.Locale;

/** Which mail it is. */
public enum MailKind {
    WELCOME,
    EMAIL_PROOF,
    PASSWORD_RESET,
    ROLE_DECISION,
    ASSIGNMENT;

    /** The name for people and machines outside. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
