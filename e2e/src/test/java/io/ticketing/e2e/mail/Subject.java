package io.ticketing.e2e.mail;

/** What the subjects of mails have in them, by which people tell them apart. */
public final class Subject {
    /** To whoever registers; with a link that proves the address. */
    public static final String WELCOME = "Welcome";

    /** To whoever has forgotten the password; with a link that lets set a new one. */
    public static final String RESET = "password";

    /** To whoever has asked for a role and gets it. */
    public static final String ROLE = "role";

    private Subject() {}
}
