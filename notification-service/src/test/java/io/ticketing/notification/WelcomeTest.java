package io.ticketing.notification;

import static io.ticketing.notification.Facts.known;
import static io.ticketing.notification.Facts.signedUp;
import static io.ticketing.notification.Facts.told;
import static io.ticketing.notification.Facts.toldUnderKeyOf;
import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.events.Fact;
import io.ticketing.notification.Facts.Person;
import io.ticketing.notification.delivery.Deliveries;
import io.ticketing.notification.delivery.DeliveryState;
import io.ticketing.testing.quarkus.SmtpResource;
import io.ticketing.testing.smtp.RealSmtp;
import io.ticketing.testing.smtp.ReceivedMail;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@NotificationTest
class WelcomeTest {

    private final RealSmtp smtp = SmtpResource.smtp();

    @Inject
    Deliveries deliveries;

    @Test
    void whoSignsUpIsWelcomedOnceHoweverOftenTheFactComes() {
        Person ada = Person.unheardOf();
        told(known(ada));
        Fact signup = signedUp(ada);

        told(signup);
        told(signup);
        eventually(() -> assertThat(smtp.mailsTo(ada.email())).hasSize(1));
        told(signup);
        Fact afterwards = toldUnderKeyOf(signup, signedUp(Person.unheardOf()));

        eventually(() -> assertThat(deliveries.find(afterwards.id())).isPresent());
        assertThat(Owed.deliveriesTo(ada)).isEqualTo(1);
        assertThat(smtp.mailsTo(ada.email())).hasSize(1);
        ReceivedMail mail = smtp.mailsTo(ada.email()).getFirst();
        assertThat(mail.subject()).contains("Welcome");
        assertThat(mail.from()).isEqualTo("Ticketing <no-reply@ticketing.example>");
        assertThat(mail.to()).containsExactly(ada.email());
        assertThat(mail.header("Message-ID")).contains("<" + signup.id() + "@ticketing>");
        assertThat(mail.text()).contains("Hello Ada", "http://localhost:5173/onboarding");
        assertThat(mail.html()).contains("Hello Ada", "href=\"http://localhost:5173/onboarding\"");
    }

    @Test
    void whoIsNotKnownYetIsWelcomedOnceHeIs() {
        Person ada = Person.unheardOf();

        Fact signup = told(signedUp(ada));
        eventually(() -> assertThat(deliveries.find(signup.id()))
                .hasValueSatisfying(waiting -> assertThat(waiting.state()).isEqualTo(DeliveryState.DEFERRED)));
        told(known(ada));

        eventually(() -> assertThat(smtp.mailsTo(ada.email())).hasSize(1));
    }
}
