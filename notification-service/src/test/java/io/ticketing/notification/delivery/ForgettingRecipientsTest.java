package io.ticketing.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.notification.Facts.Person;
import io.ticketing.notification.NotificationTest;
import io.ticketing.standing.GoneUser;
import io.ticketing.standing.KnownUsers;
import io.ticketing.testing.mongo.RealMongo;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The moments in which a deletion and another fact of the same user meet. */
@NotificationTest
class ForgettingRecipientsTest {

    private final Person ada = Person.unheardOf();
    private final String database = "deliveries-" + UUID.randomUUID();
    private final DeliveryDocument owed = DeliveryDocument.welcome(
            UUID.randomUUID().toString(),
            new Recipient(ada.id(), 1),
            null,
            Clock.systemUTC().instant());

    @Inject
    KnownUsers users;

    @Test
    void whoIsDeletedJustBeforeADeliveryIsAddedIsOwedNothing() {
        Deliveries deliveries = new DeletedMeanwhile();

        queue(deliveries).add(owed);

        assertThat(deliveries.find(owed.id())).isEmpty();
    }

    @Test
    void whatAnEarlierAttemptToAddItHasLeftIsRemovedWhenTheFactComesAgain() {
        Deliveries deliveries = deliveries();
        deliveries.add(owed);
        users.forget(ada.id());

        queue(deliveries).add(owed);

        assertThat(deliveries.find(owed.id())).isEmpty();
    }

    @Test
    void aDeletionThatIsToldAgainIsHarmless() {
        Deliveries deliveries = deliveries();
        ForgettingRecipients forgetting = new ForgettingRecipients(users, deliveries);
        deliveries.add(owed);

        forgetting.forget(ada.id());
        forgetting.onGoneUser(new GoneUser(ada.id()));
        forgetting.forget(ada.id());

        assertThat(deliveries.find(owed.id())).isEmpty();
        assertThat(users.isGone(ada.id())).isTrue();
    }

    private DeliveryQueue queue(Deliveries deliveries) {
        return new DeliveryQueue(
                deliveries,
                users,
                new DeletedTickets(RealMongo.start().client(), database, Clock.systemUTC()),
                Clock.systemUTC());
    }

    private Deliveries deliveries() {
        return new Deliveries(RealMongo.start().client(), database);
    }

    /** Of whose recipient the deletion is told, to its end, in the last moment before the delivery is there. */
    private final class DeletedMeanwhile extends Deliveries {

        DeletedMeanwhile() {
            super(RealMongo.start().client(), database);
        }

        @Override
        boolean add(DeliveryDocument delivery) {
            new ForgettingRecipients(users, this).forget(ada.id());
            return super.add(delivery);
        }
    }
}
