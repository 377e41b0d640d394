package io.ticketing.auth.inngest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.ReadRecord;
import io.ticketing.events.UserSignedUp;
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
 * Tells Inngest who signed up, so that it lets the welcome mail go: the id alone, since names and addresses need not leave for that. Reads
 * what is on the topic, so nobody who was let in can be forgotten here.
 */
@ApplicationScoped
class TellingInngest {

    private static final Logger LOG = Logger.getLogger(TellingInngest.class);

    private final InngestClient inngest;

    TellingInngest(InngestClient inngest) {
        this.inngest = inngest;
    }

    /** @param userId who signed up */
    @RegisterForReflection
    record SignUp(String userId) {}

    /** Waits for Inngest as long as it is away; what it refuses goes to the dead letters. */
    @Incoming("user-events-for-inngest")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 200, retryOn = SendFailedException.Unavailable.class)
    @ExponentialBackoff(maxDelay = 5, maxDelayUnit = ChronoUnit.SECONDS)
    void on(ConsumerRecord<String, byte[]> record) {
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

    /** The fact's id makes a repeat harmless. */
    private void tell(Fact fact) {
        if (fact.data() instanceof UserSignedUp signup) {
            inngest.send(Event.of(fact.type().wireName(), new SignUp(signup.userId()))
                    .withId(fact.id())
                    .at(fact.time()));
        }
    }
}
