package io.ticketing.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.testing.Eventually;
import io.ticketing.testing.kafka.TopicReader;
import io.ticketing.testing.quarkus.KafkaResource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The other services' side of Kafka. All that is sent goes to one partition, so that what is sent later is handled later. */
public final class Bus {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTITION = 0;

    private Bus() {}

    public static void send(Fact... facts) {
        for (Fact fact : facts) {
            ProducerRecord<String, byte[]> record = FactCodec.write(fact, "/test");
            KafkaResource.kafka()
                    .send(new ProducerRecord<>(
                            record.topic(), PARTITION, record.key(), record.value(), record.headers()));
        }
    }

    public static void send(String topic, byte[] value) {
        KafkaResource.kafka().send(new ProducerRecord<>(topic, PARTITION, "key", value));
    }

    /** Sends what is known of those people, and returns once the service knows it too. */
    public static void introduce(Person... people) {
        for (Person person : people) {
            send(person.fact());
            awaitKnown(person);
        }
    }

    /** Tells that those people were deleted; the service may not have heard it yet. */
    public static void delete(Person... people) {
        for (Person person : people) {
            KafkaResource.kafka().send(new ProducerRecord<>("users", PARTITION, person.id(), null));
        }
    }

    /** Returns once the service calls that person by this name. */
    public static void awaitKnown(Person person) {
        Person stranger = person.atVersion(1);
        Eventually.eventually(() -> assertThat(Api.create(stranger, "Who am I?", "?", List.of("name"))
                        .data()
                        .path("createdBy")
                        .path("username")
                        .asText())
                .isEqualTo(person.username()));
    }

    /** The facts that the service told of that ticket, in their order, as soon as there are so many; a repeat of one does not count. */
    public static List<ConsumerRecord<String, byte[]>> factsOf(String ticketId, int count) {
        try (TopicReader reader = KafkaResource.kafka().records("ticket-events")) {
            Eventually.eventually(() -> assertThat(of(ticketId, reader)).hasSizeGreaterThanOrEqualTo(count));
            return of(ticketId, reader);
        }
    }

    /** The same, each fact once: those of a ticket that changes while it is told of may be told twice. */
    public static List<ConsumerRecord<String, byte[]>> differentFactsOf(String ticketId, int count) {
        try (TopicReader reader = KafkaResource.kafka().records("ticket-events")) {
            Eventually.eventually(
                    () -> assertThat(different(of(ticketId, reader))).hasSizeGreaterThanOrEqualTo(count));
            return different(of(ticketId, reader));
        }
    }

    /** Types and sequences of the facts of a ticket, each once, as soon as there are so many. */
    public static List<String> storyOf(String ticketId, int count) {
        return differentFactsOf(ticketId, count).stream()
                .map(fact -> header(fact, "ce_type") + " " + header(fact, "ce_sequence"))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> different(List<ConsumerRecord<String, byte[]>> facts) {
        Set<String> ids = new HashSet<>();
        return facts.stream().filter(fact -> ids.add(header(fact, "ce_id"))).toList();
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** The names of the data that facts of that kind have, as producers and consumers agreed on them. */
    public static List<String> goldenFields(String kind) throws IOException {
        return names(JSON.readTree(Bus.class.getResourceAsStream("/golden/" + kind + ".json"))
                .path("data"));
    }

    public static List<String> fields(ConsumerRecord<String, byte[]> record) throws IOException {
        return names(JSON.readTree(record.value()));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    public static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static List<ConsumerRecord<String, byte[]>> of(String ticketId, TopicReader reader) {
        Set<String> ids = new HashSet<>();
        return reader.all().stream()
                .filter(record -> ticketId.equals(record.key()))
                .filter(record -> ids.add(header(record, "ce_id")))
                .toList();
    }
}
