package io.ticketing.notification.account;

import com.mongodb.MongoException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.ticketing.events.EmailProofRequested;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.MailedLink;
import io.ticketing.events.PasswordResetRequested;
import io.ticketing.events.ReadRecord;
import io.ticketing.events.RoleDecided;
import io.ticketing.events.Topic;
import io.ticketing.events.TopicHandler;
import io.ticketing.events.UserDeleted;
import io.ticketing.events.UserSignedUp;
import io.ticketing.notification.delivery.DecidedRole;
import io.ticketing.notification.delivery.DeliveryDocument;
import io.ticketing.notification.delivery.DeliveryQueue;
import io.ticketing.notification.delivery.ForgettingRecipients;
import io.ticketing.notification.delivery.OwedLink;
import io.ticketing.notification.delivery.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Owes people the mails about their accounts, and forgets whoever was deleted. */
@ApplicationScoped
class TellingUsers implements TopicHandler {

    private final DeliveryQueue queue;
    private final ForgettingRecipients forgetting;
    private final WelcomeEngine engine;
    private final Clock clock;

    TellingUsers(DeliveryQueue queue, ForgettingRecipients forgetting, WelcomeEngine engine, Clock clock) {
        this.queue = queue;
        this.forgetting = forgetting;
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topic.USER_EVENTS;
    }

    /** Waits for the database as long as it is away; a record that cannot be read goes to the dead letters. */
    @Override
    @Incoming("user-events")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 200, retryOn = MongoException.class)
    @ExponentialBackoff(maxDelay = 5, maxDelayUnit = ChronoUnit.SECONDS)
    public void on(ConsumerRecord<String, byte[]> record) {
        if (FactCodec.read(record) instanceof ReadRecord.Known(Fact fact)) {
            take(fact);
        }
    }

    private void take(Fact fact) {
        switch (fact.data()) {
            case UserSignedUp signup -> queue.add(engine.timed(fact, welcome(fact, signup)));
            case EmailProofRequested(String userId, MailedLink link) ->
                queue.add(DeliveryDocument.emailProof(fact.id(), to(userId, fact), owed(link), clock.instant()));
            case PasswordResetRequested(String userId, MailedLink link) ->
                queue.add(DeliveryDocument.passwordReset(fact.id(), to(userId, fact), owed(link), clock.instant()));
            case RoleDecided decided -> queue.add(decision(fact, decided));
            case UserDeleted(String userId) -> forgetting.forget(userId);
            default -> {
                // Nothing that anybody is mailed about.
            }
        }
    }

    private DeliveryDocument welcome(Fact fact, UserSignedUp signup) {
        MailedLink proof = signup.emailProof();
        return DeliveryDocument.welcome(
                fact.id(), to(signup.userId(), fact), proof == null ? null : owed(proof), clock.instant());
    }

    private DeliveryDocument decision(Fact fact, RoleDecided decided) {
        return DeliveryDocument.roleDecision(
                fact.id(),
                to(decided.userId(), fact),
                new DecidedRole(decided.role(), decided.approved()),
                clock.instant());
    }

    /** As he was after the change that the fact tells of: the address may be another one since then. */
    private static Recipient to(String userId, Fact fact) {
        return new Recipient(userId, fact.sequence());
    }

    private static OwedLink owed(MailedLink link) {
        return new OwedLink(link.id(), link.expiresAt());
    }
}
