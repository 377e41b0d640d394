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
    private final ForgottenKeys forgotten;

    KeepingDeadLetters(DeadLetters letters, ForgottenKeys forgotten) {
        this.letters = letters;
        this.forgotten = forgotten;
    }

    /**
     * Waits for the database as long as it is away; the topic has the letter until then. One of a user or ticket that was deleted is not kept: that
     * is looked at once it is there, since whoever forgets ({@link ForgettingLetters}) writes that down before he removes.
     */
    @Incoming("dead-letters")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 200, retryOn = MongoException.class)
    @ExponentialBackoff(maxDelay = 5, maxDelayUnit = ChronoUnit.SECONDS)
    void on(ConsumerRecord<String, byte[]> dead) {
        DeadLetterDocument letter = DeadRecord.read(dead);
        boolean isNew = letters.keep(letter);
        if (letter.key() != null && forgotten.contains(letter.key())) {
            letters.remove(letter.id());
            LOG.infof("dead letter %s is of what was deleted, and is not kept", letter.id());
        } else if (isNew) {
            LOG.warnf("dead letter %s: %s", letter.id(), letter.reason());
        }
    }
}
