package io.ticketing.notification.account;

import io.quarkus.qute.TemplateInstance;

/**
 * The mail to whoever forgot his password.
 *
 * @param name of the recipient
 * @param link to where a new password is set
 */
public record PasswordResetMail(String name, String link) implements TemplateInstance {

    /** Its subject. */
    public static final String SUBJECT = "Reset your password";

    @Override
    public String toString() {
        return "PasswordResetMail[]";
    }
}
