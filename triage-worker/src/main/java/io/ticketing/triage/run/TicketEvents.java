package io.ticketing.triage.run;

import com.mongodb.MongoException;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.ReadRecord;
import io.ticketing.events.TicketAssigned;
import io.ticketing.events.TicketChanged;
import io.ticketing.events.TicketCreated;
import io.ticketing.events.TicketDeleted;
import io.ticketing.events.TicketStatusChanged;
import io.ticketing.events.TicketUnassigned;
import io.ticketing.events.Topic;
import io.ticketing.events.TopicHandler;
import io.ticketing.triage.desk.KeepingDesks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * What happens to tickets: a new one begins a run, and one that says something new another; one that lost its assignee goes on; one that is
 * deleted is forgotten; and all keep the desks right. Done as soon as it is written down.
 */
@ApplicationScoped
class TicketEvents implements TopicHandler {

    private static final Logger LOG = Logger.getLogger(TicketEvents.class);

    private final BeginningRun beginning;
    private final KeepingDesks desks;
    private final ForgettingTicket forgetting;

    TicketEvents(BeginningRun beginning, KeepingDesks desks, ForgettingTicket forgetting) {
        this.beginning = beginning;
        this.desks = desks;
        this.forgetting = forgetting;
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
            switch (fact.data()) {
                case TicketCreated created -> beginning.begin(fact, created);
                case TicketAssigned assigned -> desks.assigned(fact, assigned);
                case TicketUnassigned unassigned -> {
                    desks.unassigned(fact, unassigned);
                    beginning.goOn(fact, unassigned);
                }
                case TicketStatusChanged moved -> desks.moved(fact, moved);
                case TicketChanged changed -> {
                    beginning.steer(fact, changed);
                    beginning.beginAnew(fact, changed);
                }
                case TicketDeleted deleted -> forgetting.forget(deleted);
                default -> LOG.debugf("nothing to do for %s", fact.type().wireName());
            }
        }
    }
}
