package io.ticketing.notification;

import static io.ticketing.notification.Facts.assigned;
import static io.ticketing.notification.Facts.deactivated;
import static io.ticketing.notification.Facts.known;
import static io.ticketing.notification.Facts.told;
import static io.ticketing.notification.Facts.toldUnderKeyOf;
import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.events.Fact;
import io.ticketing.notification.Facts.Person;
import io.ticketing.notification.delivery.Deliveries;
import io.ticketing.notification.delivery.DeliveryDocument;
import io.ticketing.notification.delivery.DeliveryState;
import io.ticketing.standing.KnownUsers;
import io.ticketing.testing.golden.GoldenFact;
import io.ticketing.testing.kafka.RealKafka;
import io.ticketing.testing.quarkus.SmtpResource;
import io.ticketing.testing.smtp.RealSmtp;
import io.ticketing.testing.smtp.ReceivedMail;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@NotificationTest
class AssignmentTest {

    private final RealSmtp smtp = SmtpResource.smtp();
    private final Person ada = Person.unheardOf();

    @Inject
    Deliveries deliveries;

    @Inject
    KnownUsers users;

    @Test
    void theAssigneeGetsOneMailThatTellsWhatToDo() {
        told(known(ada));
        Fact assignment = told(assigned(ada, "VPN is down"));

        ReceivedMail mail = onlyMail();

        assertThat(mail.subject()).contains("VPN is down");
        assertThat(mail.header("Message-ID")).contains("<" + assignment.id() + "@ticketing>");
        String link = "http://localhost:5173/tickets/" + assignment.subject();
        assertThat(mail.text())
                .contains("Hello Ada", "VPN is down", "Priority: high", "Skills: networking, vpn", link)
                .contains("The VPN drops every ten minutes.", "Look at the <gateway> log.", "has 1 open ticket");
        assertThat(mail.html())
                .contains("Hello Ada", "VPN is down", ">high<", ">networking<", ">vpn<", "href=\"" + link + "\"")
                .contains("The VPN drops every ten minutes.", "Look at the &lt;gateway&gt; log.", "has 1 open ticket");
    }

    @Test
    void aFactThatComesAtTheSameTimeAndAgainCausesOneMail() throws Exception {
        told(known(ada));
        Fact assignment = assigned(ada, "VPN is down");
        Callable<Fact> telling = () -> told(assignment);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(List.of(telling, telling));
        }
        onlyMail();
        told(assignment);
        Fact afterwards = toldUnderKeyOf(assignment, assigned(Person.unheardOf(), "Printer is on fire"));

        eventually(() -> assertThat(deliveries.find(afterwards.id())).isPresent());
        assertThat(Owed.deliveriesTo(ada)).isEqualTo(1);
        assertThat(smtp.mailsTo(ada.email())).hasSize(1);
    }

    @Test
    void theGoldenAssignmentIsMailedAndForgottenWithItsTicket() {
        GoldenFact assignment = GoldenFact.of("ticket/assigned");
        Person assignee = new Person(assignment.data().get("assigneeId").asText(), "golden@example.org");
        told(known(assignee));

        RealKafka.start().send(assignment.toSend());

        eventually(
                () -> assertThat(smtp.mailsTo(assignee.email())).singleElement().satisfies(mail -> {
                    assertThat(mail.subject()).isEqualTo("Assigned to you: Import fails 🐛");
                    assertThat(mail.header("Message-ID"))
                            .contains("<" + assignment.headers().get("ce_id") + "@ticketing>");
                    assertThat(mail.text())
                            .contains("Hello Ada", "Priority: high", "Skills: java, mongodb", "Has the skills.")
                            .contains("The nightly import fails with a timeout.", "Look at the slow query log first.")
                            .contains("http://localhost:5173/tickets/" + assignment.key());
                }));

        RealKafka.start().send(GoldenFact.of("ticket/deleted").toSend());

        eventually(() -> assertThat(Owed.deliveriesTo(assignee)).isZero());
    }

    @Test
    void twoAssignmentsAreTwoMails() {
        told(known(ada));

        told(assigned(ada, "VPN is down"));
        told(assigned(ada, "Printer is on fire"));

        eventually(() -> assertThat(smtp.mailsTo(ada.email()))
                .extracting(ReceivedMail::subject)
                .satisfiesExactlyInAnyOrder(
                        subject -> assertThat(subject).contains("VPN is down"),
                        subject -> assertThat(subject).contains("Printer is on fire")));
    }

    @Test
    void markupInATitleIsTextInTheHtmlPart() {
        told(known(ada));

        told(assigned(ada, "<script>alert('x')</script> & co"));

        ReceivedMail mail = onlyMail();
        assertThat(mail.html())
                .doesNotContain("<script")
                .contains("&lt;script&gt;")
                .contains("&amp; co");
        assertThat(mail.text()).contains("<script>alert('x')</script> & co");
        assertThat(mail.subject()).contains("<script>alert('x')</script> & co");
    }

    @Test
    void lineBreaksInATitleAddNoHeader() {
        told(known(ada));

        told(assigned(ada, "VPN\r\nBcc: eve@example.org\nX-Evil:\u0085yes\u2028now"));

        ReceivedMail mail = onlyMail();
        assertThat(mail.subject()).contains("VPN Bcc: eve@example.org X-Evil: yes now");
        assertThat(mail.headers()).doesNotContainKeys("Bcc", "X-Evil");
        assertThat(mail.to()).containsExactly(ada.email());
        assertThat(smtp.mailsTo("eve@example.org")).isEmpty();
    }

    @Test
    void anyScriptAndALongTitleArriveAsTheyAre() {
        String title = "Zugriff auf Übung 3 – 無法登入 🔒 ".repeat(6).strip();
        told(known(ada));

        told(assigned(ada, title));

        ReceivedMail mail = onlyMail();
        assertThat(mail.subject()).isEqualTo("Assigned to you: " + title);
        assertThat(mail.text()).contains(title);
        assertThat(mail.html()).contains(title);
    }

    @Test
    void anAssigneeWhoIsNotKnownYetGetsTheMailOnceHeIs() {
        Fact assignment = told(assigned(ada, "VPN is down"));
        eventually(() -> assertThat(delivery(assignment).state()).isEqualTo(DeliveryState.DEFERRED));

        told(known(ada));

        onlyMail();
        eventually(() -> assertThat(delivery(assignment).state()).isEqualTo(DeliveryState.SENT));
        assertThat(delivery(assignment).attempts()).isEqualTo(1);
    }

    @Test
    void anAssigneeWhoIsDeactivatedGetsNoMail() {
        told(deactivated(ada));
        eventually(() -> assertThat(users.find(ada.id())).isPresent());

        Fact assignment = told(assigned(ada, "VPN is down"));

        eventually(() -> {
            assertThat(delivery(assignment).state()).isEqualTo(DeliveryState.DEAD);
            assertThat(delivery(assignment).lastError()).isEqualTo("recipient is not active");
        });
        assertThat(smtp.mailsTo(ada.email())).isEmpty();
    }

    private DeliveryDocument delivery(Fact fact) {
        return deliveries.find(fact.id()).orElseThrow();
    }

    private ReceivedMail onlyMail() {
        eventually(() -> assertThat(smtp.mailsTo(ada.email())).hasSize(1));
        return smtp.mailsTo(ada.email()).getFirst();
    }
}
