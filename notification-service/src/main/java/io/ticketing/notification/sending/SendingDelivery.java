package io.ticketing.notification.sending;

import com.mongodb.MongoException;
import io.ticketing.notification.delivery.DeletedTickets;
import io.ticketing.notification.delivery.Deliveries;
import io.ticketing.notification.delivery.DeliveryDocument;
import io.ticketing.notification.delivery.Ending;
import io.ticketing.standing.KnownUser;
import io.ticketing.standing.KnownUsers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * One attempt at one claimed delivery.
 *
 * <p>A mail goes out at least once. It goes out again when nobody can know whether the mail server took it: this process died before it wrote down
 * the server's word, or lost the delivery to another one while the database was away, or that word never came although the mail was given away to
 * its final dot. All copies carry the same {@code Message-ID}, the next one waits for the longest pause when that word never came, and after
 * {@link SendingConfig#unconfirmedAttempts} such words the delivery is dead.
 */
@ApplicationScoped
class SendingDelivery {

    private static final Logger LOG = Logger.getLogger(SendingDelivery.class);
    private static final String NOT_COMPOSED = "could not be composed";

    private final Deliveries deliveries;
    private final KnownUsers users;
    private final DeletedTickets deletedTickets;
    private final Composing composing;
    private final MailServer server;
    private final WritingEndings endings;
    private final Clock clock;
    private final SendingConfig config;
    private final RetrySchedule schedule;

    SendingDelivery(
            Deliveries deliveries,
            KnownUsers users,
            DeletedTickets deletedTickets,
            Composing composing,
            MailServer server,
            WritingEndings endings,
            Clock clock,
            SendingConfig config) {
        this.deliveries = deliveries;
        this.users = users;
        this.deletedTickets = deletedTickets;
        this.composing = composing;
        this.server = server;
        this.endings = endings;
        this.clock = clock;
        this.config = config;
        this.schedule = new RetrySchedule(config.firstRetry(), config.longestRetry(), config.giveUpAfter());
    }

    /** Makes the attempt and writes down how it ended, unless the delivery has gone to another sender meanwhile. */
    void attempt(DeliveryDocument claimed) throws InterruptedException {
        try (HeldLease lease = HeldLease.hold(deliveries, claimed, clock, config.lease())) {
            Optional<Ending> ending = tried(claimed, lease);
            lease.interruptNoMore();
            if (ending.isPresent()) {
                endings.write(claimed, ending.get());
            }
        }
    }

    private Optional<Ending> tried(DeliveryDocument claimed, HeldLease lease) throws InterruptedException {
        try {
            if (claimed.hasExpiredAt(clock.instant())) {
                return Optional.of(new Ending.Dead("link has expired", false));
            }
            Optional<KnownUser> recipient = users.find(claimed.recipientId()).filter(claimed::isFor);
            if (recipient.isEmpty()) {
                return Optional.of(notOffered(claimed, Deliveries.UNKNOWN_RECIPIENT, "recipient never became known"));
            }
            if (!recipient.get().isActive()) {
                return Optional.of(new Ending.Dead("recipient is not active", false));
            }
            OutgoingMail mail = composing.compose(claimed, recipient.get());
            if (deletedTickets.containsTicketOf(claimed)) {
                return Optional.of(new Ending.Dead("ticket was deleted", false));
            }
            return lease.renew() ? Optional.of(ending(claimed, server.offer(mail))) : Optional.empty();
        } catch (MongoException away) {
            throw away;
        } catch (RuntimeException fault) {
            LOG.warnf(
                    "mail not composed: delivery=%s %s",
                    claimed.id(), fault.getClass().getSimpleName());
            return Optional.of(notOffered(claimed, NOT_COMPOSED, NOT_COMPOSED));
        }
    }

    private Ending notOffered(DeliveryDocument claimed, String reason, String lastReason) {
        Instant now = clock.instant();
        Duration age = claimed.ageAt(now);
        return schedule.isTooOld(age)
                ? new Ending.Dead(lastReason, false)
                : new Ending.Deferred(reason, false, now.plus(schedule.whileNotOffered(age)));
    }

    private Ending ending(DeliveryDocument claimed, Handover handover) {
        return switch (handover) {
            case Handover.Taken() -> new Ending.Sent();
            case Handover.Refused(String reason) -> new Ending.Dead(reason, true);
            case Handover.NotNow(String reason) -> notNow(claimed, reason);
            case Handover.Unconfirmed(String reason) -> unconfirmed(claimed, reason);
        };
    }

    private Ending notNow(DeliveryDocument claimed, String reason) {
        Instant next = clock.instant().plus(schedule.afterFailure(claimed.attempts() + 1, jitter()));
        return isTooLate(claimed, next) ? givenUp(reason) : new Ending.Deferred(reason, true, next);
    }

    private Ending unconfirmed(DeliveryDocument claimed, String reason) {
        if (claimed.unconfirmedAttempts() + 1 >= config.unconfirmedAttempts()) {
            return new Ending.Dead("the server never confirmed", true);
        }
        Instant next = clock.instant().plus(schedule.afterUnconfirmed(jitter()));
        return isTooLate(claimed, next) ? givenUp(reason) : new Ending.Unconfirmed(reason, next);
    }

    private boolean isTooLate(DeliveryDocument claimed, Instant nextAttemptAt) {
        return schedule.isTooOld(claimed.ageAt(nextAttemptAt));
    }

    private static Ending givenUp(String reason) {
        return new Ending.Dead("given up: " + reason, true);
    }

    private static double jitter() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
