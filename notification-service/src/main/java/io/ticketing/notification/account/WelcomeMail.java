package io.ticketing.notification.account;

import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * The welcome mail.
 *
 * @param name of the recipient
 * @param link to where onboarding goes on
 * @param proof the link that proves the address; null when it need not be proven
 */
public record WelcomeMail(
        String name, String link, @Nullable String proof) implements TemplateInstance {

    /** Its subject. */
    public static final String SUBJECT = "Welcome to Ticketing";

    @Override
    public String toString() {
        return "WelcomeMail[]";
    }
}
