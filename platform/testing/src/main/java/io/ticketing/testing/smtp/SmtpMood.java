package io.ticketing.testing.smtp;

/** How the mail server treats its clients. */
public enum SmtpMood {
    /** Takes every mail. */
    HEALTHY,
    /** Refuses every recipient for now (451). */
    REFUSING_FOR_NOW,
    /** Refuses every recipient for good (550). */
    REFUSING_FOR_GOOD,
    /** Takes every mail, but says its first word late. */
    SLOW,
    /** Accepts connections and never says a word. */
    SILENT
}
