package io.ticketing.ticket.inngest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.ReadRecord;
import io.ticketing.events.TicketChanged;
import io.ticketing.events.TicketCreated;
import io.ticketing.events.Topic;
import io.ticketing.events.TopicHandler;
import io.ticketing.inngest.Event;
import io.ticketing.inngest.InngestClient;
import io.ticketing.inngest.SendFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Tells Inngest which tickets have something new to say, so that it leads their triage: their ids alone, since what they say is nobody's
 * business but triage's, which has it from Kafka. Reads what is on the topic, so nothing that was accepted can be forgotten here.
 */
@ApplicationScoped
class TellingInngest implements TopicHandler {

    private static final Logger LOG = Logger.getLogger(TellingInngest.class);

    private final InngestClient inngest;

    TellingInngest(InngestClient inngest) {
        this.inngest = inngest;
    }

    /** @param ticketId the ticket */
    @RegisterForReflection
    record TicketWithNews(String ticketId) {}

    @Override
    public Topic topic() {
        return Topic.TICKET_EVENTS;
    }

    /** Waits for Inngest as long as it is away; what it refuses goes to the dead letters. */
    @Override
    @Incoming("ticket-events-for-inngest")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 200, retryOn = SendFailedException.Unavailable.class)
    @ExponentialBackoff(maxDelay = 5, maxDelayUnit = ChronoUnit.SECONDS)
    public void on(ConsumerRecord<String, byte[]> record) {
        if (inngest.isEnabled() && FactCodec.read(record) instanceof ReadRecord.Known(Fact fact)) {
            tellOrSayWhyNot(fact);
        }
    }

    private void tellOrSayWhyNot(Fact fact) {
        try {
            tell(fact);
        } catch (SendFailedException failed) {
            LOG.warnf("%s of %s: %s", fact.type().wireName(), fact.subject(), failed.getMessage());
            throw failed;
        }
    }

    private void tell(Fact fact) {
        switch (fact.data()) {
            case TicketCreated created -> send(fact, created.ticketId());
            case TicketChanged changed when changed.wording() != null -> send(fact, changed.ticketId());
            default -> {
                // Nothing that a ticket is triaged for.
            }
        }
    }

    /** The fact's id makes a repeat harmless. */
    private void send(Fact fact, String ticketId) {
        inngest.send(Event.of(fact.type().wireName(), new TicketWithNews(ticketId))
                .withId(fact.id())
                .at(fact.time()));
    }
}
