package io.ticketing.notification.welcome;

import com.mongodb.MongoException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.ReadRecord;
import io.ticketing.events.UserSignedUp;
import io.ticketing.notification.delivery.DeliveryDocument;
import io.ticketing.notification.delivery.DeliveryQueue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Owes a welcome mail to whoever signed up. */
@ApplicationScoped
class WelcomingUsers {

    private final DeliveryQueue queue;
    private final Clock clock;

    WelcomingUsers(DeliveryQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /** Waits for the database as long as it is away; a record that cannot be read goes to the dead letters. */
    @Incoming("user-events")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 200, retryOn = MongoException.class)
    @ExponentialBackoff(maxDelay = 5, maxDelayUnit = ChronoUnit.SECONDS)
    void on(ConsumerRecord<String, byte[]> record) {
        if (FactCodec.read(record) instanceof ReadRecord.Known(Fact fact)
                && fact.data() instanceof UserSignedUp signup) {
            queue.add(DeliveryDocument.welcome(fact.id(), signup.userId(), clock.instant()));
        }
    }
}
