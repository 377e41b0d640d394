package io.ticketing.notification.welcome;

import io.quarkus.qute.TemplateInstance;

/**
 * The welcome mail.
 *
 * @param name of the recipient
 * @param link to where onboarding goes on
 */
public record WelcomeMail(String name, String link) implements TemplateInstance {

    /** Its subject. */
    public static final String SUBJECT = "Welcome to Ticketing";

    @Override
    public String toString() {
        return "WelcomeMail[]";
    }
}
