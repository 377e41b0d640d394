package io.ticketing.ticket.deadletter;

import static io.ticketing.testing.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketing.testing.http.ServiceApi;
import io.ticketing.testing.quarkus.KafkaResource;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The dead letters of this service, as they come and as they are shown. */
final class Letters {

    static final String ROUTE = "/tickets/dead-letters";

    /** No record of the shared broker's topics is as far. */
    private static final int FAR = 1_000_000;

    private Letters() {}

    /** As if a version of this service that could not read it had put it there. All on one partition, so that they come one after the other. */
    static void died(ProducerRecord<String, byte[]> record) {
        ProducerRecord<String, byte[]> dead =
                new ProducerRecord<>("dead-letters.ticket-service", 0, record.key(), record.value());
        int offset = 2 * FAR + record.key().hashCode() % FAR;
        dead.headers()
                .add("dead-letter-topic", record.topic().getBytes(UTF_8))
                .add("dead-letter-partition", "0".getBytes(UTF_8))
                .add("dead-letter-offset", Integer.toString(offset).getBytes(UTF_8));
        record.headers().forEach(dead.headers()::add);
        KafkaResource.kafka().send(dead);
    }

    /** The letter under that key, as soon as it is listed. */
    static JsonNode listed(String key) {
        eventually(() -> assertThat(found(key)).isPresent());
        return found(key).orElseThrow();
    }

    /** The letter under that key, if it is listed now. */
    static Optional<JsonNode> found(String key) {
        return ServiceApi.as("moderator")
                .get(ROUTE + "?limit=100")
                .data()
                .valueStream()
                .filter(letter -> letter.path("key").asText().equals(key))
                .findFirst();
    }

    /** The route that has that letter tried again. */
    static String replay(JsonNode letter) {
        return ROUTE + "/" + letter.path("id").asText() + "/replay";
    }
}
