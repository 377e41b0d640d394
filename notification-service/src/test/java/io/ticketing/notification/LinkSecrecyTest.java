package io.ticketing.notification;

import static io.ticketing.notification.Facts.known;
import static io.ticketing.notification.Facts.link;
import static io.ticketing.notification.Facts.proofRequested;
import static io.ticketing.notification.Facts.resetRequested;
import static io.ticketing.notification.Facts.signedUp;
import static io.ticketing.notification.Facts.told;
import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.events.Fact;
import io.ticketing.events.MailedLink;
import io.ticketing.notification.Facts.Person;
import io.ticketing.notification.delivery.Deliveries;
import io.ticketing.notification.delivery.DeliveryState;
import io.ticketing.testing.quarkus.SmtpResource;
import io.ticketing.testing.smtp.RealSmtp;
import io.ticketing.testing.smtp.SmtpMood;
import io.ticketing.web.link.LinkPurpose;
import io.ticketing.web.link.LinkTokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What opens an account is in the mail, and nowhere else. */
@NotificationTest
class LinkSecrecyTest {

    private final RealSmtp smtp = SmtpResource.smtp();
    private final Person ada = Person.unheardOf();
    private final MailedLink link = link(Duration.ofHours(1));

    @Inject
    LinkTokens tokens;

    @Inject
    Deliveries deliveries;

    @AfterEach
    void mailServerIsWell() {
        smtp.mood(SmtpMood.HEALTHY);
    }

    @Test
    void noTokenIsStoredOrLoggedOnAMailsWay() {
        List<String> secrets = List.of(
                tokens.token(LinkPurpose.EMAIL_PROOF, link.id()), tokens.token(LinkPurpose.PASSWORD_RESET, link.id()));
        List<Fact> facts = List.of(signedUp(ada, link), proofRequested(ada, 1, link), resetRequested(ada, 1, link));
        told(known(ada));

        try (Logged logged = new Logged()) {
            smtp.mood(SmtpMood.REFUSING_FOR_NOW);
            facts.forEach(Facts::told);
            facts.forEach(fact -> eventually(
                    () -> assertThat(deliveries.find(fact.id()).orElseThrow().attempts())
                            .isPositive()));
            String storedBefore = Owed.everythingStored();
            smtp.mood(SmtpMood.HEALTHY);
            facts.forEach(fact -> eventually(() ->
                    assertThat(deliveries.find(fact.id()).orElseThrow().state()).isEqualTo(DeliveryState.SENT)));

            assertThat(storedBefore).contains(link.id()).doesNotContain(secrets);
            assertThat(Owed.everythingStored()).contains(link.id()).doesNotContain(secrets);
            assertThat(logged.all())
                    .contains(facts.getLast().id())
                    .doesNotContain(secrets)
                    .doesNotContain(link.id(), ada.email());
        }
        assertThat(smtp.mailsTo(ada.email()))
                .anySatisfy(mail -> assertThat(mail.text()).contains(secrets.getLast()));
    }
}
