package io.ticketing.notification.assignment;

import com.mongodb.MongoException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.ticketing.deadletters.ForgettingLetters;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.ReadRecord;
import io.ticketing.events.TicketAssigned;
import io.ticketing.events.TicketDeleted;
import io.ticketing.events.Topic;
import io.ticketing.events.TopicHandler;
import io.ticketing.notification.delivery.AssignedTicket;
import io.ticketing.notification.delivery.DeliveryDocument;
import io.ticketing.notification.delivery.DeliveryQueue;
import io.ticketing.notification.delivery.ForgettingTickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Owes a mail to whoever a ticket was assigned to, and forgets tickets that were deleted. */
@ApplicationScoped
class TellingAssignees implements TopicHandler {

    private final DeliveryQueue queue;
    private final ForgettingTickets forgetting;
    private final ForgettingLetters letters;
    private final Clock clock;

    TellingAssignees(DeliveryQueue queue, ForgettingTickets forgetting, ForgettingLetters letters, Clock clock) {
        this.queue = queue;
        this.forgetting = forgetting;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topic.TICKET_EVENTS;
    }

    /** Waits for the database as long as it is away; a record that cannot be read goes to the dead letters. */
    @Override
    @Incoming("ticket-events")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 200, retryOn = MongoException.class)
    @ExponentialBackoff(maxDelay = 5, maxDelayUnit = ChronoUnit.SECONDS)
    public void on(ConsumerRecord<String, byte[]> record) {
        if (FactCodec.read(record) instanceof ReadRecord.Known(Fact fact)) {
            take(fact);
        }
    }

    private void take(Fact fact) {
        switch (fact.data()) {
            case TicketAssigned assigned ->
                queue.add(DeliveryDocument.assignment(
                        fact.id(), assigned.assigneeId(), ticket(assigned), clock.instant()));
            case TicketDeleted deleted -> {
                forgetting.forget(deleted.ticketId());
                letters.forget(deleted.ticketId());
            }
            default -> {
                // Nothing that anybody is mailed about.
            }
        }
    }

    private static AssignedTicket ticket(TicketAssigned assigned) {
        return new AssignedTicket(
                assigned.ticketId(),
                assigned.title(),
                assigned.priority(),
                assigned.summary(),
                assigned.helpfulNotes(),
                assigned.relatedSkills(),
                assigned.reason());
    }
}
