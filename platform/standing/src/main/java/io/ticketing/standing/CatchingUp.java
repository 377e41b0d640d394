package io.ticketing.standing;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keeps the service from taking requests until it knows of its users what was known when it started: it might still let in whoever was deactivated
 * or deleted while it was down. The port opens after this. Requests do not wait for Kafka, so a broker that does not answer for a while ends the
 * wait all the same; and so does a standstill, since of what compaction took away at a partition's end nobody can tell that he has read it.
 */
@ApplicationScoped
class CatchingUp {

    private static final Logger LOG = Logger.getLogger(CatchingUp.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(60);
    private static final int ANSWER_MILLIS = 5_000;
    private static final int AFTER_THE_CONSUMER = Interceptor.Priority.LIBRARY_AFTER;

    private final Map<String, Object> broker;
    private final String group;
    private final Clock clock;

    CatchingUp(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String group,
            Clock clock) {
        this.broker = broker;
        this.group = group;
        this.clock = clock;
    }

    /** After the consumer has begun, and before the port opens. */
    void start(@Observes @Priority(AFTER_THE_CONSUMER) StartupEvent event) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            await(new ConsumedOffsets(admin, "users", group));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (KafkaException unusable) {
            LOG.warnf(
                    "cannot tell whether all users are known: %s",
                    unusable.getClass().getSimpleName());
        }
    }

    private void await(ConsumedOffsets offsets) throws InterruptedException {
        Instant silentSince = clock.instant();
        Instant standingSince = silentSince;
        long least = Long.MAX_VALUE;
        Optional<Map<TopicPartition, Long>> ends = Optional.empty();
        while (silentSince.plus(LONGEST_SILENCE).isAfter(clock.instant())
                && standingSince.plus(LONGEST_STANDSTILL).isAfter(clock.instant())) {
            try {
                if (ends.isEmpty()) {
                    ends = Optional.of(offsets.ends());
                }
                long left = offsets.left(ends.get());
                if (left == 0) {
                    return;
                }
                silentSince = clock.instant();
                if (left < least) {
                    least = left;
                    standingSince = silentSince;
                }
            } catch (ExecutionException | TimeoutException away) {
                LOG.debugf(
                        "the broker does not say how far it is: %s",
                        away.getClass().getSimpleName());
            }
            Thread.sleep(PAUSE);
        }
        LOG.warn("Kafka does not answer, or nothing comes: what is known of users may be old");
    }
}
