package io.ticketing.events;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the topics that are missing, in the background, and tries again until the broker is there: a service starts without Kafka. Topics
 * that somebody else made stay as they are, but for one thing: the service's own dead letters take large records from now on, however they were made.
 */
@ApplicationScoped
class TopicCreation {

    private static final Logger LOG = Logger.getLogger(TopicCreation.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ANSWER_MILLIS = 5_000;
    private static final String MAX_MESSAGE_BYTES = TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
    private final Map<String, Object> broker;
    private final String deadLetters;
    private final int partitions;
    private boolean refused;
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

    /** Tries once; says whether all are there. */
    boolean created() throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            var results = admin.createTopics(topics().toList(), new CreateTopicsOptions().timeoutMs(ANSWER_MILLIS));
            for (KafkaFuture<Void> topic : results.values().values()) {
                awaitMadeOrThere(topic);
            }
            letDeadLettersWeighEnough(admin);
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException away) {
            if (away.getCause() instanceof AuthorizationException && !refused) {
                refused = true;
                LOG.warnf(
                        "the broker refuses to make topics, or to describe and alter %s; large dead letters may not fit",
                        deadLetters);
            }
            LOG.debug("topics are not all made and as they should be yet");
            return false;
        }
    }

    private void letDeadLettersWeighEnough(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, deadLetters);
        Config now = admin.describeConfigs(List.of(topic))
                .values()
                .get(topic)
                .get(2L * ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        if (Long.parseLong(now.get(MAX_MESSAGE_BYTES).value()) < Topic.Kept.LARGEST_DEAD_LETTER) {
            ConfigEntry enough = new ConfigEntry(MAX_MESSAGE_BYTES, Integer.toString(Topic.Kept.LARGEST_DEAD_LETTER));
            admin.incrementalAlterConfigs(Map.of(topic, List.of(new AlterConfigOp(enough, AlterConfigOp.OpType.SET))))
                    .all()
                    .get(2L * ANSWER_MILLIS, TimeUnit.MILLISECONDS);
            LOG.infof("%s takes records of %s bytes from now on", deadLetters, enough.value());
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
