package io.ticketing.notification;

import static io.ticketing.notification.Facts.assigned;
import static io.ticketing.notification.Facts.deletedTicketOf;
import static io.ticketing.notification.Facts.known;
import static io.ticketing.notification.Facts.told;
import static io.ticketing.notification.Facts.toldUnderKeyOf;
import static io.ticketing.testing.Eventually.eventually;
import static io.ticketing.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.events.Fact;
import io.ticketing.notification.Facts.Person;
import io.ticketing.notification.delivery.Deliveries;
import io.ticketing.notification.delivery.DeliveryDocument;
import io.ticketing.notification.delivery.DeliveryState;
import io.ticketing.testing.quarkus.SmtpResource;
import io.ticketing.testing.smtp.RealSmtp;
import io.ticketing.testing.smtp.SmtpMood;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NotificationTest
class DeletedTicketTest {

    /** After it nobody has a mail in hand of which he has not noticed that it is gone. */
    private static final Duration ONE_LEASE = Duration.ofSeconds(2);

    private final RealSmtp smtp = SmtpResource.smtp();
    private final Person ada = Person.unheardOf();
    private final String title = "VPN is down in room " + ada.id();

    @Inject
    Deliveries deliveries;

    @AfterEach
    void mailServerIsWell() {
        smtp.mood(SmtpMood.HEALTHY);
    }

    @Test
    void itsMailsAreRemovedAndNothingOfOtherTickets() {
        told(known(ada));
        Fact sent = told(assigned(ada, title));
        Fact another = told(assigned(ada, "Printer is on fire"));
        in(DeliveryState.SENT, sent);
        in(DeliveryState.SENT, another);

        told(deletedTicketOf(sent));

        eventually(() -> assertThat(deliveries.find(sent.id())).isEmpty());
        assertThat(delivery(another).state()).isEqualTo(DeliveryState.SENT);
        assertThat(Owed.everythingStored()).doesNotContain(title);
    }

    @Test
    void aMailThatWaitsForTheMailServerIsNotSentAfterwards() {
        told(known(ada));
        smtp.mood(SmtpMood.REFUSING_FOR_NOW);
        Fact waiting = told(assigned(ada, title));
        eventually(() -> assertThat(delivery(waiting).attempts()).isPositive());

        told(deletedTicketOf(waiting));
        eventually(() -> assertThat(deliveries.find(waiting.id())).isEmpty());
        throughout(ONE_LEASE, () -> assertThat(smtp.mailsTo(ada.email())).isEmpty());
        smtp.mood(SmtpMood.HEALTHY);

        throughout(Duration.ofSeconds(2), () -> assertThat(smtp.mailsTo(ada.email()))
                .isEmpty());
    }

    @Test
    void anAssignmentThatComesLateOrAgainOwesNothing() {
        told(known(ada));
        Fact late = assigned(ada, title);
        Fact deletion = deletedTicketOf(late);
        told(deletion);
        told(late);
        told(deletion);
        told(late);

        Fact afterwards = toldUnderKeyOf(late, assigned(Person.unheardOf(), "Printer is on fire"));

        eventually(() -> assertThat(deliveries.find(afterwards.id())).isPresent());
        assertThat(Owed.deliveriesTo(ada)).isZero();
        assertThat(smtp.mailsTo(ada.email())).isEmpty();
    }

    @Test
    void aMailThatIsDueIsNotSentWhileTheDeletionIsHalfDone() {
        told(known(ada));
        smtp.mood(SmtpMood.REFUSING_FOR_NOW);
        Fact waiting = told(assigned(ada, title));
        eventually(() -> assertThat(delivery(waiting).attempts()).isPositive());

        Owed.ticketIsKnownToBeDeleted(waiting.subject());
        eventually(() -> assertThat(delivery(waiting).lastError()).isEqualTo("ticket was deleted"));
        smtp.mood(SmtpMood.HEALTHY);

        assertThat(delivery(waiting).state()).isEqualTo(DeliveryState.DEAD);
        throughout(Duration.ofMillis(500), () -> assertThat(smtp.mailsTo(ada.email()))
                .isEmpty());
    }

    @Test
    void itsIdIsForgottenWhenNoFactOfItCanComeAnyMore() {
        assertThat(Duration.ofSeconds(Owed.secondsThatDeletedTicketsAreKept())).isEqualTo(Duration.ofDays(16));
    }

    private void in(DeliveryState state, Fact fact) {
        eventually(() -> assertThat(delivery(fact).state()).isEqualTo(state));
    }

    private DeliveryDocument delivery(Fact fact) {
        return deliveries.find(fact.id()).orElseThrow();
    }
}
