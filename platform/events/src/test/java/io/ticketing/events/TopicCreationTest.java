package io.ticketing.events;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.testing.kafka.RealKafka;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class TopicCreationTest {

    private static final String ENOUGH = "2097152";
    private static final String A_DAY = "86400000";
    private static final int LARGEST = 1_048_400;

    private final RealKafka kafka = RealKafka.start();
    private final String application = "service-" + UUID.randomUUID();
    private final String deadLetters = "dead-letters." + application;
    private final TopicCreation creation =
            new TopicCreation(Map.of("bootstrap.servers", kafka.bootstrapServers()), application, 1);

    @Test
    void deadLettersHaveRoomForTheLargestRecordAndItsReason() throws Exception {
        eventually(() -> assertThat(creation.created()).isTrue());

        assertThat(settings().get("max.message.bytes").value()).isEqualTo(ENOUGH);
    }

    @Test
    void deadLettersOfAnEarlierVersionAreGivenRoomAndKeepTheRest() throws Exception {
        kafka.createTopic(deadLetters, 1, Map.of("max.message.bytes", "1000", "retention.ms", A_DAY));

        eventually(() -> assertThat(creation.created()).isTrue());

        assertThat(settings().get("max.message.bytes").value()).isEqualTo(ENOUGH);
        assertThat(settings().get("retention.ms").value()).isEqualTo(A_DAY);
        assertThat(kafka.send(new ProducerRecord<>(deadLetters, "large", new byte[LARGEST]))
                        .hasOffset())
                .isTrue();
    }

    @Test
    void whoeverGaveThemMoreIsLeftAlone() throws Exception {
        String more = "4194304";
        kafka.createTopic(deadLetters, 1, Map.of("max.message.bytes", more));

        eventually(() -> assertThat(creation.created()).isTrue());

        assertThat(settings().get("max.message.bytes").value()).isEqualTo(more);
    }

    private Config settings() throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, deadLetters);
        try (Admin admin = kafka.admin()) {
            return admin.describeConfigs(List.of(topic)).values().get(topic).get();
        }
    }
}
