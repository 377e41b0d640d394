package io.ticketing.notification.sending;

import com.mongodb.MongoException;
import io.ticketing.notification.delivery.Deliveries;
import io.ticketing.notification.delivery.DeliveryDocument;
import io.ticketing.notification.delivery.Ending;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Writes down how an attempt ended. While the database is away it waits: whoever forgets that the mail was taken sends it again. */
@ApplicationScoped
class WritingEndings {

    private static final Logger LOG = Logger.getLogger(WritingEndings.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Deliveries deliveries;
    private final Clock clock;

    WritingEndings(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Returns when it is written, or another sender has the delivery; the thread should be a virtual one. */
    void write(DeliveryDocument claimed, Ending ending) throws InterruptedException {
        boolean written = writtenAtLast(claimed, ending);
        String kind = claimed.kind().wireName();
        switch (ending) {
            case Ending.Sent() -> LOG.infof("mail sent: kind=%s delivery=%s", kind, claimed.id());
            case Ending.Deferred(String reason, boolean offered, Instant next) ->
                LOG.infof("mail deferred: kind=%s delivery=%s reason=%s until=%s", kind, claimed.id(), reason, next);
            case Ending.Unconfirmed(String reason, Instant next) ->
                LOG.warnf("mail unconfirmed: kind=%s delivery=%s reason=%s until=%s", kind, claimed.id(), reason, next);
            case Ending.Dead(String reason, boolean offered) ->
                LOG.warnf("mail dead: kind=%s delivery=%s reason=%s", kind, claimed.id(), reason);
        }
        if (!written) {
            LOG.warnf("not written, as it ended before or another sender has it: delivery=%s", claimed.id());
        }
    }

    private boolean writtenAtLast(DeliveryDocument claimed, Ending ending) throws InterruptedException {
        while (true) {
            try {
                return deliveries.end(claimed, ending, clock.instant());
            } catch (MongoException away) {
                LOG.warnf(
                        "ending not written yet: delivery=%s %s",
                        claimed.id(), away.getClass().getSimpleName());
                Thread.sleep(PAUSE);
            }
        }
    }
}
