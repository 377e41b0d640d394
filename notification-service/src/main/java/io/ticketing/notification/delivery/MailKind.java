package io.ticketing.notification.delivery;

import java.util.Locale;

/** Which mail it is. */
public enum MailKind {
    WELCOME,
    ASSIGNMENT;

    /** The name for people and machines outside. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
