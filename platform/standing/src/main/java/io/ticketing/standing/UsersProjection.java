package io.ticketing.standing;

import com.mongodb.MongoException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.ReadRecord;
import io.ticketing.events.Topic;
import io.ticketing.events.TopicHandler;
import io.ticketing.events.UserChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Keeps {@link KnownUsers} up to date, in order, and tells the service with a CDI event of type {@link KnownUser}, at least once for each
 * new state: again when the record comes again, as after a death between the two. Of a deletion it tells with a {@link GoneUser}, just so.
 */
@ApplicationScoped
class UsersProjection implements TopicHandler {

    private static final Logger LOG = Logger.getLogger(UsersProjection.class);

    private final KnownUsers users;
    private final Event<KnownUser> changes;
    private final Event<GoneUser> deletions;

    UsersProjection(KnownUsers users, Event<KnownUser> changes, Event<GoneUser> deletions) {
        this.users = users;
        this.changes = changes;
        this.deletions = deletions;
    }

    @Override
    public Topic topic() {
        return Topic.USERS;
    }

    /** Waits for the database as long as it is away; a record that cannot be read goes to the dead letters. */
    @Override
    @Incoming("users")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 200, retryOn = MongoException.class)
    @ExponentialBackoff(maxDelay = 5, maxDelayUnit = ChronoUnit.SECONDS)
    public void on(ConsumerRecord<String, byte[]> record) {
        ReadRecord read = FactCodec.read(record);
        try {
            take(read);
        } catch (MongoException away) {
            LOG.warnf("the state of a user waits: %s", away.getClass().getSimpleName());
            throw away;
        }
    }

    private void take(ReadRecord read) {
        switch (read) {
            case ReadRecord.Known(Fact fact)
            when fact.data() instanceof UserChanged user -> apply(user, fact.sequence());
            case ReadRecord.Tombstone(String userId) -> {
                users.forget(userId);
                deletions.fire(new GoneUser(userId));
            }
            case ReadRecord.Known _, ReadRecord.Unknown _ -> {
                // Not about the state of a user.
            }
        }
    }

    private void apply(UserChanged user, long sequence) {
        if (users.apply(user, sequence)) {
            changes.fire(KnownUser.of(user, sequence));
        }
    }
}
