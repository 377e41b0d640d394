package io.ticketing.testing.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads one topic from its beginning, in no consumer group, and keeps all it has read. For one thread. */
public final class TopicReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);

    private final String topic;
    private final Consumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

    TopicReader(String bootstrapServers, String topic) {
        this.topic = topic;
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "100");
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = partitions();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** All records of the topic up to now, in their order within a key. */
    public List<ConsumerRecord<String, byte[]>> all() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll(deadline, "its end");
        }
        return List.copyOf(read);
    }

    /** All records read, as soon as there are at least {@code count}; fails after a minute. */
    public List<ConsumerRecord<String, byte[]>> await(int count) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (read.size() < count) {
            poll(deadline, count + " records");
        }
        return List.copyOf(read);
    }

    /** The first record, read before or coming, that {@code wanted} accepts; fails after a minute. */
    public ConsumerRecord<String, byte[]> await(Predicate<ConsumerRecord<String, byte[]>> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int looked = 0;
        while (true) {
            for (; looked < read.size(); looked++) {
                if (wanted.test(read.get(looked))) {
                    return read.get(looked);
                }
            }
            poll(deadline, "the wanted record");
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private List<TopicPartition> partitions() {
        List<PartitionInfo> known = new ArrayList<>();
        Eventually.eventually(() -> {
            List<PartitionInfo> found = consumer.partitionsFor(topic);
            assertThat(found).as("partitions of topic %s", topic).isNotEmpty();
            known.addAll(found);
        });
        return known.stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private void poll(long deadline, String goal) {
        if (System.nanoTime() > deadline) {
            throw new AssertionError("Topic " + topic + " did not reach " + goal + " within " + PATIENCE.toSeconds()
                    + " s; it holds " + read.size() + " records");
        }
        consumer.poll(POLL).forEach(read::add);
    }
}
