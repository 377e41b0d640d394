package io.ticketing.standing;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.ticketing.testing.MovableClock;
import io.ticketing.testing.kafka.RealKafka;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatchingUpTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final RealKafka kafka = RealKafka.start();
    private final MovableClock clock = new MovableClock();
    private final String group = "late-" + UUID.randomUUID();
    private final Admin admin = kafka.admin();
    private final CatchingUp catchingUp =
            new CatchingUp(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()), group, clock);

    @BeforeEach
    void makeTheTopic() {
        kafka.createTopic("users", 3, Map.of("cleanup.policy", "compact"));
    }

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void whoWasAwayIsReadyOnceHeKnowsWhatHappenedMeanwhile() throws Exception {
        // Given
        send();
        Map<TopicPartition, Long> ends = new ConsumedOffsets(admin, "users", group).ends();
        try (Warnings warnings = new Warnings(CatchingUp.class)) {
            Thread start = start();
            eventually(() -> assertThat(start.getState()).isEqualTo(Thread.State.TIMED_WAITING));
            assertThat(start.isAlive()).isTrue();

            // When
            commit(ends);

            // Then
            assertThat(start.join(LONG)).isTrue();
            assertThat(warnings.messages()).isEmpty();
        }
    }

    @Test
    void onlyTheEndOfEachPartitionIsTheEnd() throws Exception {
        // Given
        ConsumedOffsets offsets = new ConsumedOffsets(admin, "users", group);
        RecordMetadata last = send();
        Map<TopicPartition, Long> ends = offsets.ends();
        TopicPartition partition = new TopicPartition(last.topic(), last.partition());
        assertThat(ends).containsEntry(partition, last.offset() + 1);
        assertThat(offsets.left(ends)).isPositive();

        // When
        Map<TopicPartition, Long> oneShort = new HashMap<>(ends);
        oneShort.put(partition, last.offset());
        commit(oneShort);

        // Then
        assertThat(offsets.left(ends)).isEqualTo(1);
        commit(ends);
        assertThat(offsets.left(ends)).isZero();
        send();
        assertThat(offsets.left(ends)).isZero();
    }

    @Test
    void whereThereIsNoTopicThereIsNothingToCatchUpWith() throws Exception {
        ConsumedOffsets offsets = new ConsumedOffsets(admin, "nothing-" + group, group);

        assertThat(offsets.ends()).isEmpty();
        assertThat(offsets.left(offsets.ends())).isZero();
    }

    @Test
    void aBrokerThatDoesNotAnswerKeepsNobodyForEver() {
        kafka.pause();
        try (Warnings warnings = new Warnings(CatchingUp.class)) {
            // When
            Thread start = start();

            // Then
            eventually(LONG, () -> {
                clock.advance(Duration.ofSeconds(1));
                assertThat(start.isAlive()).isFalse();
            });
            assertThat(warnings.messages()).singleElement().asString().contains("may be old");
        } finally {
            kafka.resume();
        }
    }

    @Test
    void anEndThatNobodyCanReachKeepsNobodyForEver() {
        // Given
        send();
        try (Warnings warnings = new Warnings(CatchingUp.class)) {
            // When
            Thread start = start();

            // Then
            eventually(LONG, () -> {
                clock.advance(Duration.ofSeconds(2));
                assertThat(start.isAlive()).isFalse();
            });
            assertThat(warnings.messages()).singleElement().asString().contains("may be old");
        }
    }

    private Thread start() {
        return Thread.ofVirtual().start(() -> catchingUp.start(new StartupEvent()));
    }

    private RecordMetadata send() {
        return kafka.send(new ProducerRecord<>("users", UUID.randomUUID().toString(), new byte[] {'{', '}'}));
    }

    private void commit(Map<TopicPartition, Long> offsets) throws Exception {
        admin.alterConsumerGroupOffsets(
                        group,
                        offsets.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, offset -> new OffsetAndMetadata(offset.getValue()))))
                .all()
                .get();
    }
}
