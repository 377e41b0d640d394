package io.ticketing.testing.quarkus;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.ticketing.testing.kafka.RealKafka;
import java.util.Map;

/** The JVM's real broker under the keys that services read, with the topics of the system. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {
    private static final int PARTITIONS = 3;

    /** The broker that the application under test uses. */
    public static RealKafka kafka() {
        return RealKafka.start();
    }

    @Override
    public Map<String, String> start() {
        RealKafka kafka = kafka();
        kafka.createTopic("users", PARTITIONS, Map.of("cleanup.policy", "compact"));
        kafka.createTopics("user-events", "ticket-events", "triage-events");
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "kafka.bootstrap.servers", kafka.bootstrapServers());
    }

    @Override
    public void stop() {
        // It ends with the JVM: the next application of this JVM uses it too.
    }
}
