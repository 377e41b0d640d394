package io.ticketing.notification.assignment;

import io.quarkus.qute.TemplateInstance;
import io.ticketing.notification.delivery.AssignedTicket;

/**
 * The assignment mail.
 *
 * @param name of the recipient
 * @param ticket what was assigned
 * @param link to the ticket
 */
public record AssignmentMail(String name, AssignedTicket ticket, String link) implements TemplateInstance {

    /** Its subject, which names the ticket. */
    public static String subject(AssignedTicket ticket) {
        return "Assigned to you: " + ticket.title();
    }

    @Override
    public String toString() {
        return "AssignmentMail[" + ticket.id() + "]";
    }
}
