package io.ticketing.notification.account;

import io.quarkus.qute.TemplateInstance;

/**
 * The mail with the link that proves an address.
 *
 * @param name of the recipient
 * @param link that proves it
 */
public record EmailProofMail(String name, String link) implements TemplateInstance {

    /** Its subject. */
    public static final String SUBJECT = "Confirm your e-mail address";

    @Override
    public String toString() {
        return "EmailProofMail[]";
    }
}
