package io.ticketing.standing;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** How far a topic reaches, and how far a group of consumers has got with it. */
final class ConsumedOffsets {

    private static final int ANSWER_SECONDS = 5;

    private final Admin admin;
    private final String topic;
    private final String group;

    ConsumedOffsets(Admin admin, String topic, String group) {
        this.admin = admin;
        this.topic = topic;
        this.group = group;
    }

    /** The end of each partition that holds anything; nothing when there is no such topic yet. */
    Map<TopicPartition, Long> ends() throws InterruptedException, ExecutionException, TimeoutException {
        Set<TopicPartition> partitions = partitions();
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return answer(admin.listOffsets(latest).all()).entrySet().stream()
                .filter(end -> end.getValue().offset() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    /** How many offsets the group has still to get through before these ends. */
    long left(Map<TopicPartition, Long> ends) throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> committed =
                answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata reached = committed.get(end.getKey());
                    return Math.max(0, end.getValue() - (reached == null ? 0 : reached.offset()));
                })
                .sum();
    }

    private Set<TopicPartition> partitions() throws InterruptedException, ExecutionException, TimeoutException {
        try {
            TopicDescription described =
                    answer(admin.describeTopics(Set.of(topic)).topicNameValues().get(topic));
            return IntStream.range(0, described.partitions().size())
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .collect(Collectors.toSet());
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
                return Set.of();
            }
            throw failure;
        }
    }

    private static <T> T answer(KafkaFuture<T> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }
}
