package io.ticketing.ticket.triage;

import com.mongodb.MongoException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.ReadRecord;
import io.ticketing.events.Topic;
import io.ticketing.events.TopicHandler;
import io.ticketing.events.TriageNews;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
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
            apply(fact);
        }
    }

    private void apply(Fact fact) {
        if (fact.data() instanceof TriageNews news) {
            tickets.apply(news.ticketId(), fact);
        }
    }
}
