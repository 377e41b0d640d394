package io.ticketing.testing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class RealKafkaTest {
    private final RealKafka kafka = RealKafka.start();

    @Test
    void recordsOutliveACrashOfTheBroker() {
        kafka.createTopics("crash");
        kafka.send(new ProducerRecord<>("crash", "key", bytes("before")));

        kafka.stop();
        kafka.restart();
        kafka.send(new ProducerRecord<>("crash", "key", bytes("after")));

        try (TopicReader reader = kafka.records("crash")) {
            assertThat(reader.await(2)).extracting(RealKafkaTest::text).containsExactly("before", "after");
        }
    }

    @Test
    void theReaderAwaitsWhatIsYetToCome() {
        kafka.createTopic("awaited", 1, Map.of("cleanup.policy", "compact"));
        try (TopicReader reader = kafka.records("awaited")) {
            assertThat(reader.all()).isEmpty();

            kafka.send(new ProducerRecord<>("awaited", "one", bytes("1")));
            kafka.send(new ProducerRecord<>("awaited", "two", null));

            assertThat(reader.await(seen -> seen.key().equals("two")).value()).isNull();
            assertThat(reader.all()).hasSize(2);
        }
    }

    @Test
    void aTopicThatNobodyMadeDoesNotAppear() {
        assertThatThrownBy(() -> kafka.send(new ProducerRecord<>("nobody-made-it", "key", bytes("lost"))))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String text(ConsumerRecord<String, byte[]> seen) {
        return new String(seen.value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
