package io.ticketing.ticket.triage;

import com.mongodb.MongoException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.ReadRecord;
import io.ticketing.events.Topic;
import io.ticketing.events.TopicHandler;
import io.ticketing.events.TriageCompleted;
import io.ticketing.events.TriageNeedsReview;
import io.ticketing.events.TriageQueued;
import io.ticketing.events.TriageStarted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what triage has to tell. */
@ApplicationScoped
class TriageEvents implements TopicHandler {

    private final TriagedTickets tickets;

    TriageEvents(TriagedTickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public Topic topic() {
        return Topic.TRIAGE_EVENTS;
    }

    /** Waits for the database as long as it is away; a record that cannot be read goes to the dead letters. */
    @Override
    @Incoming("triage-events")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 200, retryOn = MongoException.class)
    @ExponentialBackoff(maxDelay = 5, maxDelayUnit = ChronoUnit.SECONDS)
    public void on(ConsumerRecord<String, byte[]> record) {
        if (FactCodec.read(record) instanceof ReadRecord.Known(Fact fact)) {
            ticketOf(fact).ifPresent(ticketId -> tickets.apply(ticketId, fact));
        }
    }

    private static Optional<String> ticketOf(Fact fact) {
        return switch (fact.data()) {
            case TriageStarted started -> Optional.of(started.ticketId());
            case TriageQueued queued -> Optional.of(queued.ticketId());
            case TriageCompleted completed -> Optional.of(completed.ticketId());
            case TriageNeedsReview review -> Optional.of(review.ticketId());
            default -> Optional.empty();
        };
    }
}
