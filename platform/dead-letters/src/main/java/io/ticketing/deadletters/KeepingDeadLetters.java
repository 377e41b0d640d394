package io.ticketing.deadletters;

import com.mongodb.MongoException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Keeps what this service's own consumers put on its topic of dead letters, where it can be seen and found again. */
@ApplicationScoped
class KeepingDeadLetters {

    private static final Logger LOG = Logger.getLogger(KeepingDeadLetters.class);

    private final DeadLetters letters;

    KeepingDeadLetters(DeadLetters letters) {
        this.letters = letters;
    }

    /** Waits for the database as long as it is away; the topic has the letter until then. */
    @Incoming("dead-letters")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 200, retryOn = MongoException.class)
    @ExponentialBackoff(maxDelay = 5, maxDelayUnit = ChronoUnit.SECONDS)
    void on(ConsumerRecord<String, byte[]> dead) {
        DeadLetterDocument letter = DeadRecord.read(dead);
        if (letters.keep(letter)) {
            LOG.warnf("dead letter %s: %s", letter.id(), letter.reason());
        }
    }
}
