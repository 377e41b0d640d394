package io.ticketing.testing.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.testing.Eventually;
import io.ticketing.testing.process.RealServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker (KRaft, one node, topics are never made by themselves), started once per JVM and gone with it.
 *
 * <p>Everybody in the JVM shares it: bring it back before a test that paused or stopped it ends.
 */
public final class RealKafka {
    private static final Duration START = Duration.ofSeconds(60);
    private static final long ANSWER_SECONDS = 30;
    private static @Nullable RealKafka started;

    private final RealServer server;

    private RealKafka(RealServer server) {
        this.server = server;
    }

    /** The JVM's broker, started if need be, ready to serve. */
    public static synchronized RealKafka start() {
        if (started == null) {
            RealKafka kafka = new RealKafka(RealServer.once("kafka", BrokerCommand::in));
            kafka.awaitBroker();
            started = kafka;
        }
        return started;
    }

    /** Host and port, as {@code bootstrap.servers} wants them. */
    public String bootstrapServers() {
        return "127.0.0.1:" + server.port();
    }

    /** Creates topics of three partitions; one that exists stays as it is. */
    public void createTopics(String... names) {
        Arrays.stream(names).forEach(name -> createTopic(name, 3, Map.of()));
    }

    /** Creates a topic with settings of its own, such as {@code cleanup.policy}; one that exists stays as it is. */
    public void createTopic(String name, int partitions, Map<String, String> settings) {
        NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
        try (Admin admin = admin()) {
            Eventually.eventually(START, () -> createIfMissing(admin, topic));
        } catch (ConditionTimeoutException refused) {
            throw new IllegalStateException("Cannot create topic " + name, refused);
        }
    }

    private static void createIfMissing(Admin admin, NewTopic topic) throws Exception {
        try {
            admin.createTopics(List.of(topic)).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
    }

    /** Sends a record ({@code null} value: a tombstone) and returns once the broker has it. */
    public RecordMetadata send(ProducerRecord<String, byte @Nullable []> fact) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                Long.toString(TimeUnit.SECONDS.toMillis(ANSWER_SECONDS)));
        try (Producer<String, byte @Nullable []> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            return producer.send(fact).get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The broker refused a record for " + fact.topic(), failed.getCause());
        } catch (TimeoutException | InterruptedException silent) {
            throw unanswered("sending to " + fact.topic(), silent);
        }
    }

    /** A reader of all that the topic holds, from its beginning, and of what comes; waits for the topic; close it. */
    public TopicReader records(String topic) {
        return new TopicReader(bootstrapServers(), topic);
    }

    /** A client for what is not offered here; close it. */
    public Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                "100"));
    }

    /** Makes it hang (SIGSTOP): connections stay open, nothing is answered. */
    public void pause() {
        server.process().pause();
    }

    /** Ends a {@link #pause}. */
    public void resume() {
        server.process().resume();
    }

    /** Kills it (SIGKILL): connections break, new ones are refused. The data stay. */
    public void stop() {
        server.process().kill();
    }

    /** Starts it again after {@link #stop}, on the same port and data; returns when it serves. */
    public void restart() {
        server.startAgain();
        awaitBroker();
    }

    private void awaitBroker() {
        server.awaitListening(START);
        try (Admin admin = admin()) {
            Eventually.eventually(START, () -> {
                assertThat(admin.describeCluster().nodes().get(2, TimeUnit.SECONDS))
                        .isNotEmpty();
                assertThat(partitions(admin)).allMatch(RealKafka::isLed);
            });
        }
    }

    private static List<TopicPartitionInfo> partitions(Admin admin) throws Exception {
        Set<String> topics = admin.listTopics().names().get(2, TimeUnit.SECONDS);
        return admin.describeTopics(topics).allTopicNames().get(2, TimeUnit.SECONDS).values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .toList();
    }

    private static boolean isLed(TopicPartitionInfo partition) {
        return partition.leader() != null && !partition.leader().isEmpty();
    }

    private static IllegalStateException unanswered(String what, Exception cause) {
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new IllegalStateException("No answer from the broker while " + what, cause);
    }
}
