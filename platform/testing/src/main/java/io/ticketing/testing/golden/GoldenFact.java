package io.ticketing.testing.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * One sample from {@code golden/}.
 *
 * @param topic where it belongs
 * @param key Kafka key
 * @param headers CloudEvents attributes as Kafka headers
 * @param data the JSON of the value
 */
public record GoldenFact(String topic, String key, Map<String, String> headers, JsonNode data) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The sample of that type, such as {@code ticket/created}. */
    public static GoldenFact of(String type) {
        String file = "/golden/" + type.replace('/', '-') + ".json";
        try (InputStream sample = GoldenFact.class.getResourceAsStream(file)) {
            if (sample == null) {
                throw new IllegalArgumentException("there is no sample " + file);
            }
            return JSON.readValue(sample, GoldenFact.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same with another header. */
    public GoldenFact with(String header, String value) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.put(header, value);
        return new GoldenFact(topic, key, changed, data);
    }

    /** The same with other data. */
    public GoldenFact with(JsonNode otherData) {
        return new GoldenFact(topic, key, headers, otherData);
    }

    /** As a consumer gets it. */
    public ConsumerRecord<String, byte[]> received() {
        ConsumerRecord<String, byte[]> received = new ConsumerRecord<>(topic, 0, 0, key, value());
        headers.forEach((name, text) -> received.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return received;
    }

    /** As a producer sends it. */
    public ProducerRecord<String, byte[]> toSend() {
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>(topic, key, value());
        headers.forEach((name, text) -> sent.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return sent;
    }

    private byte[] value() {
        return data.toString().getBytes(StandardCharsets.UTF_8);
    }
}
