package io.ticketing.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import io.ticketing.notification.NotificationTest;
import io.ticketing.standing.KnownUsers;
import io.ticketing.testing.mongo.RealMongo;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The moments in which the deletion of a ticket and its assignment meet. */
@NotificationTest
class ForgettingTicketsTest {

    private final MongoClient mongo = RealMongo.start().client();
    private final String database = "deliveries-" + UUID.randomUUID();
    private final String ticketId = UUID.randomUUID().toString();
    private final DeletedTickets deletedTickets = new DeletedTickets(mongo, database, Clock.systemUTC());
    private final DeliveryDocument owed = DeliveryDocument.assignment(
            UUID.randomUUID().toString(),
            "somebody",
            new AssignedTicket(ticketId, "VPN is down", null, null, null, List.of(), "Has the skills."),
            Clock.systemUTC().instant());

    @Inject
    KnownUsers users;

    @Test
    void aTicketThatIsDeletedJustBeforeADeliveryIsAddedOwesNothing() {
        Deliveries deliveries = new DeletedMeanwhile();

        queue(deliveries).add(owed);

        assertThat(deliveries.find(owed.id())).isEmpty();
    }

    @Test
    void whatAnEarlierAttemptToAddItHasLeftIsRemovedWhenTheFactComesAgain() {
        Deliveries deliveries = new Deliveries(mongo, database);
        deliveries.add(owed);
        deletedTickets.add(ticketId);

        queue(deliveries).add(owed);

        assertThat(deliveries.find(owed.id())).isEmpty();
    }

    @Test
    void whatIsAddedJustAfterItsMailsWereRemovedOwesNothing() {
        Deliveries deliveries = new AddedMeanwhile();

        new ForgettingTickets(deletedTickets, deliveries).forget(ticketId);

        assertThat(deliveries.find(owed.id())).isEmpty();
    }

    @Test
    void ofManyAssignmentsAndDeletionsAtOnceNothingIsLeft() throws Exception {
        Deliveries deliveries = new Deliveries(mongo, database);
        DeliveryQueue queue = queue(deliveries);
        ForgettingTickets forgetting = new ForgettingTickets(deletedTickets, deliveries);
        Callable<Void> assignment = () -> {
            queue.add(owed);
            return null;
        };
        Callable<Void> deletion = () -> {
            forgetting.forget(ticketId);
            return null;
        };

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done :
                    threads.invokeAll(List.of(assignment, deletion, assignment, deletion, assignment))) {
                done.get();
            }
        }

        assertThat(deliveries.find(owed.id())).isEmpty();
    }

    private DeliveryQueue queue(Deliveries deliveries) {
        return new DeliveryQueue(deliveries, users, deletedTickets, Clock.systemUTC());
    }

    /** Of whose ticket the deletion is told, to its end, in the last moment before the delivery is there. */
    private final class DeletedMeanwhile extends Deliveries {

        DeletedMeanwhile() {
            super(mongo, database);
        }

        @Override
        boolean add(DeliveryDocument delivery) {
            new ForgettingTickets(deletedTickets, this).forget(ticketId);
            return super.add(delivery);
        }
    }

    /** Where the assignment is heard in the very moment after the mails about its ticket were removed. */
    private final class AddedMeanwhile extends Deliveries {

        AddedMeanwhile() {
            super(mongo, database);
        }

        @Override
        void removeAllAbout(String ticketId) {
            super.removeAllAbout(ticketId);
            queue(this).add(owed);
        }
    }
}
