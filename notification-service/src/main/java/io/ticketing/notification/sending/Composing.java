package io.ticketing.notification.sending;

import static java.util.Objects.requireNonNull;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import io.ticketing.notification.assignment.AssignmentMail;
import io.ticketing.notification.delivery.AssignedTicket;
import io.ticketing.notification.delivery.DeliveryDocument;
import io.ticketing.notification.settings.MailAccount;
import io.ticketing.notification.welcome.WelcomeMail;
import io.ticketing.standing.KnownUser;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes the mail of a delivery, for its recipient as he is known now. */
@ApplicationScoped
class Composing {

    private final String clientUrl;

    Composing(MailAccount account) {
        this.clientUrl = account.clientUrl();
    }

    OutgoingMail compose(DeliveryDocument delivery, KnownUser recipient) {
        return switch (delivery.kind()) {
            case WELCOME ->
                mail(
                        delivery,
                        recipient,
                        WelcomeMail.SUBJECT,
                        new WelcomeMail(recipient.username(), clientUrl + "/onboarding"));
            case ASSIGNMENT -> assignment(delivery, recipient, requireNonNull(delivery.ticket(), "ticket"));
        };
    }

    private OutgoingMail assignment(DeliveryDocument delivery, KnownUser recipient, AssignedTicket ticket) {
        return mail(
                delivery,
                recipient,
                AssignmentMail.subject(ticket),
                new AssignmentMail(recipient.username(), ticket, clientUrl + "/tickets/" + ticket.id()));
    }

    private static OutgoingMail mail(
            DeliveryDocument delivery, KnownUser recipient, String subject, TemplateInstance body) {
        return new OutgoingMail(
                "<" + delivery.id() + "@ticketing>",
                recipient.email(),
                OneLine.of(subject),
                body.setVariant(Variant.forContentType(Variant.TEXT_PLAIN)).render(),
                body.setVariant(Variant.forContentType(Variant.TEXT_HTML)).render());
    }
}
