package io.ticketing.events;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the topics that are missing, in the background, and tries again until the broker is there: a service starts without Kafka. Topics
 * that somebody else made stay as they are.
 */
@ApplicationScoped
class TopicCreation {

    private static final Logger LOG = Logger.getLogger(TopicCreation.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ANSWER_MILLIS = 5_000;
    private final Map<String, Object> broker;
    private final String deadLetters;
    private final int partitions;
    private volatile Optional<Thread> creator = Optional.empty();

    TopicCreation(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String application,
            @ConfigProperty(name = "ticketing.kafka.partitions", defaultValue = "6") int partitions) {
        this.broker = broker;
        this.deadLetters = "dead-letters." + application;
        this.partitions = partitions;
    }

    void start(@Observes StartupEvent event) {
        creator = Optional.of(Thread.ofVirtual().name("topic-creation").start(this::createUntilDone));
    }

    void stop(@Observes ShutdownEvent event) {
        creator.ifPresent(Thread::interrupt);
    }

    private void createUntilDone() {
        try {
            while (!created()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean created() throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            var results = admin.createTopics(topics().toList(), new CreateTopicsOptions().timeoutMs(ANSWER_MILLIS));
            for (KafkaFuture<Void> topic : results.values().values()) {
                awaitMadeOrThere(topic);
            }
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException away) {
            LOG.debug("topics are not made yet");
            return false;
        }
    }

    private Stream<NewTopic> topics() {
        return Stream.concat(
                Arrays.stream(Topic.values())
                        .map(topic -> topic(topic.wireName()).configs(topic.settings())),
                Stream.of(topic(deadLetters).configs(Topic.Kept.AS_DEAD_LETTERS)));
    }

    private NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty());
    }

    private static void awaitMadeOrThere(KafkaFuture<Void> topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            topic.get(2L * ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw failure;
            }
        }
    }
}
