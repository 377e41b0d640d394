package io.ticketing.ticket.deadletter;

import com.mongodb.MongoException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.ticketing.deadletters.ForgettingLetters;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.ReadRecord;
import io.ticketing.events.TicketDeleted;
import io.ticketing.events.Topic;
import io.ticketing.events.TopicHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears which tickets were deleted, and forgets their letters. From the topic, as whoever else has letters of them: what is on it is heard even if
 * this service dies right after the deletion.
 */
@ApplicationScoped
class DeletedTickets implements TopicHandler {

    private final ForgettingLetters letters;

    DeletedTickets(ForgettingLetters letters) {
        this.letters = letters;
    }

    @Override
    public Topic topic() {
        return Topic.TICKET_EVENTS;
    }

    /** Waits for the database as long as it is away; a record that cannot be read goes to the dead letters. */
    @Override
    @Incoming("ticket-events-for-letters")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 200, retryOn = MongoException.class)
    @ExponentialBackoff(maxDelay = 5, maxDelayUnit = ChronoUnit.SECONDS)
    public void on(ConsumerRecord<String, byte[]> record) {
        if (FactCodec.read(record) instanceof ReadRecord.Known(Fact fact)
                && fact.data() instanceof TicketDeleted deleted) {
            letters.forget(deleted.ticketId());
        }
    }
}
