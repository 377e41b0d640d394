package io.ticketing.notification;

import static io.ticketing.notification.Facts.known;
import static io.ticketing.notification.Facts.link;
import static io.ticketing.notification.Facts.proofRequested;
import static io.ticketing.notification.Facts.resetRequested;
import static io.ticketing.notification.Facts.roleDecided;
import static io.ticketing.notification.Facts.signedUp;
import static io.ticketing.notification.Facts.told;
import static io.ticketing.notification.Facts.toldUnderKeyOf;
import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.events.Fact;
import io.ticketing.events.MailedLink;
import io.ticketing.notification.Facts.Person;
import io.ticketing.notification.delivery.Deliveries;
import io.ticketing.testing.quarkus.SmtpResource;
import io.ticketing.testing.smtp.RealSmtp;
import io.ticketing.testing.smtp.ReceivedMail;
import io.ticketing.web.link.LinkPurpose;
import io.ticketing.web.link.LinkTokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@NotificationTest
class AccountMailsTest {

    private final RealSmtp smtp = SmtpResource.smtp();
    private final Person ada = Person.unheardOf();
    private final MailedLink link = link(Duration.ofHours(1));

    @Inject
    LinkTokens tokens;

    @Inject
    Deliveries deliveries;

    @Test
    void theWelcomeMailBringsTheLinkThatProvesTheAddress() {
        told(known(ada));

        told(signedUp(ada, link));

        ReceivedMail mail = onlyMail();
        assertThat(mail.subject()).isEqualTo("Welcome to Ticketing");
        assertThat(mail.text()).contains("Hello Ada", proving(), "24 hours", "http://localhost:5173/onboarding");
        assertThat(mail.html())
                .contains("Hello Ada", href(proving()), "24 hours", href("http://localhost:5173/onboarding"));
    }

    @Test
    void whoseAddressNeedsNoProofIsWelcomedWithoutALink() {
        told(known(ada));

        told(signedUp(ada));

        ReceivedMail mail = onlyMail();
        assertThat(mail.text()).contains("http://localhost:5173/onboarding").doesNotContain("token", "24 hours");
        assertThat(mail.html()).contains("http://localhost:5173/onboarding").doesNotContain("token", "24 hours");
    }

    @Test
    void whoHasToProveHisAddressGetsTheLink() {
        told(known(ada));

        told(proofRequested(ada, 1, link));

        ReceivedMail mail = onlyMail();
        assertThat(mail.subject()).isEqualTo("Confirm your e-mail address");
        assertThat(mail.text()).contains("Hello Ada", proving(), "24 hours");
        assertThat(mail.html()).contains("Hello Ada", href(proving()), "24 hours");
    }

    @Test
    void whoForgotHisPasswordGetsTheLinkAndWhoDidNotIsToldWhatToDo() {
        told(known(ada));

        told(resetRequested(ada, 1, link));

        ReceivedMail mail = onlyMail();
        String resetting =
                "http://localhost:5173/reset-password?token=" + tokens.token(LinkPurpose.PASSWORD_RESET, link.id());
        assertThat(mail.subject()).isEqualTo("Reset your password");
        assertThat(mail.text()).contains("Hello Ada", resetting, "an hour", "If you did not ask for it");
        assertThat(mail.html()).contains("Hello Ada", href(resetting), "an hour", "If you did not ask for it");
    }

    @Test
    void whoAskedForARoleHearsThatItIsHis() {
        told(known(ada));

        told(roleDecided(ada, 1, true));

        ReceivedMail mail = onlyMail();
        assertThat(mail.subject()).isEqualTo("Your role request was approved");
        assertThat(List.of(mail.text(), mail.html())).allSatisfy(part -> assertThat(part)
                .contains("Hello Ada", "moderator", "approved", "http://localhost:5173/tickets")
                .doesNotContain("declined"));
    }

    @Test
    void whoAskedForARoleHearsThatItIsNotHis() {
        told(known(ada));

        told(roleDecided(ada, 1, false));

        ReceivedMail mail = onlyMail();
        assertThat(mail.subject()).isEqualTo("Your role request was declined");
        assertThat(List.of(mail.text(), mail.html())).allSatisfy(part -> assertThat(part)
                .contains("Hello Ada", "moderator", "declined", "http://localhost:5173/tickets")
                .doesNotContain("approved"));
    }

    @Test
    void eachFactIsMailedOnceHoweverOftenItComes() {
        List<Fact> facts = List.of(
                signedUp(ada, link),
                proofRequested(ada, 1, link),
                resetRequested(ada, 1, link),
                roleDecided(ada, 1, true));
        told(known(ada));

        facts.forEach(Facts::told);
        facts.forEach(Facts::told);
        eventually(() -> assertThat(smtp.mailsTo(ada.email())).hasSize(facts.size()));
        facts.forEach(Facts::told);
        Fact afterwards = toldUnderKeyOf(facts.getFirst(), signedUp(Person.unheardOf()));

        eventually(() -> assertThat(deliveries.find(afterwards.id())).isPresent());
        assertThat(Owed.deliveriesTo(ada)).isEqualTo(facts.size());
        assertThat(smtp.mailsTo(ada.email()))
                .extracting(mail -> mail.header("Message-ID").orElseThrow())
                .containsExactlyInAnyOrderElementsOf(facts.stream()
                        .map(fact -> "<" + fact.id() + "@ticketing>")
                        .toList());
    }

    private String proving() {
        return "http://localhost:5173/verify-email?token=" + tokens.token(LinkPurpose.EMAIL_PROOF, link.id());
    }

    private static String href(String address) {
        return "href=\"" + address + "\"";
    }

    private ReceivedMail onlyMail() {
        eventually(() -> assertThat(smtp.mailsTo(ada.email())).hasSize(1));
        return smtp.mailsTo(ada.email()).getFirst();
    }
}
