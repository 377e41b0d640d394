package io.ticketing.notification.sending;

import static java.util.Objects.requireNonNull;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import io.quarkus.runtime.Startup;
import io.ticketing.notification.account.EmailProofMail;
import io.ticketing.notification.account.PasswordResetMail;
import io.ticketing.notification.account.RoleDecidedMail;
import io.ticketing.notification.account.WelcomeMail;
import io.ticketing.notification.assignment.AssignmentMail;
import io.ticketing.notification.delivery.AssignedTicket;
import io.ticketing.notification.delivery.DecidedRole;
import io.ticketing.notification.delivery.DeliveryDocument;
import io.ticketing.notification.delivery.OwedLink;
import io.ticketing.notification.settings.MailAccount;
import io.ticketing.standing.KnownUser;
import io.ticketing.web.link.LinkPurpose;
import io.ticketing.web.link.LinkTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Writes the mail of a delivery, for its recipient as he is known now. Made at start, which ends there without the secret for links. */
@ApplicationScoped
@Startup(10)
class Composing {

    private final String clientUrl;
    private final LinkTokens tokens;
    private final Clock clock;

    Composing(MailAccount account, LinkTokens tokens, Clock clock) {
        this.clientUrl = account.clientUrl();
        this.tokens = tokens;
        this.clock = clock;
    }

    OutgoingMail compose(DeliveryDocument delivery, KnownUser recipient) {
        return switch (delivery.kind()) {
            case WELCOME -> mail(delivery, recipient, WelcomeMail.SUBJECT, welcome(delivery, recipient));
            case EMAIL_PROOF ->
                mail(
                        delivery,
                        recipient,
                        EmailProofMail.SUBJECT,
                        new EmailProofMail(recipient.username(), proving(requireNonNull(delivery.link(), "link"))));
            case PASSWORD_RESET ->
                mail(
                        delivery,
                        recipient,
                        PasswordResetMail.SUBJECT,
                        new PasswordResetMail(
                                recipient.username(), resetting(requireNonNull(delivery.link(), "link"))));
            case ROLE_DECISION -> roleDecision(delivery, recipient, requireNonNull(delivery.decision(), "decision"));
            case ASSIGNMENT -> assignment(delivery, recipient, requireNonNull(delivery.ticket(), "ticket"));
        };
    }

    /** Late, it still greets, but shows no link that opens nothing any more. */
    private WelcomeMail welcome(DeliveryDocument delivery, KnownUser recipient) {
        OwedLink proof = delivery.link();
        boolean isGood = proof != null && !proof.hasExpiredAt(clock.instant());
        return new WelcomeMail(recipient.username(), clientUrl + "/onboarding", isGood ? proving(proof) : null);
    }

    private OutgoingMail roleDecision(DeliveryDocument delivery, KnownUser recipient, DecidedRole decision) {
        RoleDecidedMail mail = RoleDecidedMail.of(recipient.username(), decision, clientUrl + "/tickets");
        return mail(delivery, recipient, mail.subject(), mail);
    }

    private OutgoingMail assignment(DeliveryDocument delivery, KnownUser recipient, AssignedTicket ticket) {
        return mail(
                delivery,
                recipient,
                AssignmentMail.subject(ticket),
                new AssignmentMail(recipient.username(), ticket, clientUrl + "/tickets/" + ticket.id()));
    }

    private String proving(OwedLink link) {
        return clientUrl + "/verify-email?token=" + tokens.token(LinkPurpose.EMAIL_PROOF, link.id());
    }

    private String resetting(OwedLink link) {
        return clientUrl + "/reset-password?token=" + tokens.token(LinkPurpose.PASSWORD_RESET, link.id());
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
