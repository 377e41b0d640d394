package io.ticketing.notification.account;

import io.quarkus.qute.TemplateInstance;
import io.ticketing.notification.delivery.DecidedRole;

/**
 * The mail about a role that the recipient had asked for.
 *
 * @param name of the recipient
 * @param subject what came of it, in a few words
 * @param decision what came of it
 * @param link to the tickets
 */
public record RoleDecidedMail(String name, String subject, DecidedRole decision, String link)
        implements TemplateInstance {

    /** The mail about that decision. */
    public static RoleDecidedMail of(String name, DecidedRole decision, String link) {
        String subject = "Your role request was " + (decision.approved() ? "approved" : "declined");
        return new RoleDecidedMail(name, subject, decision, link);
    }

    @Override
    public String toString() {
        return "RoleDecidedMail[]";
    }
}
