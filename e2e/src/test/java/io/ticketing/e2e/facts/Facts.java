package io.ticketing.e2e.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.testing.Eventually;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The facts in the stack's broker. */
public final class Facts {
    /** Every topic of the system. */
    public static final Set<String> TOPICS = Set.of("users", "user-events", "ticket-events", "triage-events");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String bootstrapServers;

    /** The facts in this broker. */
    public Facts(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** All records about these subjects, in each partition's order. */
    public List<ConsumerRecord<String, byte[]>> about(Collection<String> subjects) {
        return all().stream().filter(record -> subjects.contains(record.key())).toList();
    }

    /** The ids of the facts of this type by their subject; a fact that was delivered twice counts once. */
    public Map<String, Set<String>> ids(String type) {
        return all().stream()
                .filter(record -> header(record, "ce_type").equals(type))
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key,
                        Collectors.mapping(record -> header(record, "ce_id"), Collectors.toSet())));
    }

    /** Sends records once more, as they were and in this order. */
    public void repeat(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            records.forEach(record -> producer.send(new ProducerRecord<>(
                    record.topic(), record.partition(), record.key(), record.value(), record.headers())));
            producer.flush();
        }
    }

    /** Sends a record about this ticket that nobody can read; gives its place, by which it is known among dead letters. */
    public String tellNonsense(String ticketId) {
        ConsumerRecord<String, byte[]> good = about(List.of(ticketId)).stream()
                .filter(record -> record.topic().equals("ticket-events"))
                .findFirst()
                .orElseThrow();
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            RecordMetadata place = done(() -> producer.send(new ProducerRecord<>(
                            good.topic(), null, ticketId, "{".getBytes(StandardCharsets.UTF_8), good.headers()))
                    .get());
            return place.topic() + "-" + place.partition() + "-" + place.offset();
        }
    }

    /** Returns once every service has dealt with everything that lies in the topics now. */
    public void awaitDealtWith() {
        try (Admin admin = Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Map<TopicPartition, Long> ends = ends(admin);
            Eventually.eventually(PATIENCE, () -> assertThat(lagging(admin, ends))
                    .as("groups with facts before them")
                    .isEmpty());
        }
    }

    private static List<String> lagging(Admin admin, Map<TopicPartition, Long> ends) {
        List<String> groups = done(() -> admin.listGroups().all().get()).stream()
                .map(GroupListing::groupId)
                .toList();
        assertThat(groups).as("consumer groups").isNotEmpty();
        return done(() -> admin.describeConsumerGroups(groups).all().get()).values().stream()
                .flatMap(group -> lagging(admin, group, ends))
                .toList();
    }

    /** A group that is not settled has members to come, or one that is dead and not yet missed: nobody can say what it has read. */
    private static Stream<String> lagging(Admin admin, ConsumerGroupDescription group, Map<TopicPartition, Long> ends) {
        if (group.groupState() != GroupState.STABLE) {
            return Stream.of(group.groupId() + " is " + group.groupState());
        }
        Map<TopicPartition, OffsetAndMetadata> read = done(() -> admin.listConsumerGroupOffsets(group.groupId())
                .partitionsToOffsetAndMetadata()
                .get());
        return group.members().stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .filter(partition -> ends.getOrDefault(partition, 0L) > offset(read.get(partition)))
                .map(partition -> group.groupId() + " at " + partition);
    }

    private static long offset(@Nullable OffsetAndMetadata read) {
        return read == null ? 0 : read.offset();
    }

    private static Map<TopicPartition, Long> ends(Admin admin) {
        Map<TopicPartition, OffsetSpec> wanted =
                done(() -> admin.describeTopics(TOPICS).allTopicNames().get()).values().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return done(() -> admin.listOffsets(wanted).all().get()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private List<ConsumerRecord<String, byte[]>> all() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Eventually.eventually(PATIENCE, () -> {
                consumer.poll(Duration.ofMillis(50)).forEach(read::add);
                assertThat(partitions).allMatch(partition -> consumer.position(partition) >= ends.get(partition));
            });
        }
        return read;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private interface Asking<T> {
        T ask() throws ExecutionException, InterruptedException;
    }

    private static <T> T done(Asking<T> question) {
        try {
            return question.ask();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The broker refuses", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }
}
