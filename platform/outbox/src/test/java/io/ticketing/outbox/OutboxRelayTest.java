package io.ticketing.outbox;

import static com.mongodb.client.model.Filters.eq;
import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.ReadRecord;
import io.ticketing.events.Role;
import io.ticketing.events.Topic;
import io.ticketing.events.UserOnboarded;
import io.ticketing.outbox.AggregateCollection.AggregateDocument;
import io.ticketing.testing.kafka.RealKafka;
import io.ticketing.testing.kafka.TopicReader;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The whole way, from the write to the topic, on a real database and a real broker. */
@QuarkusTest
@WithMongo
@WithKafka
class OutboxRelayTest {

    private static final RealKafka KAFKA = RealKafka.start();

    @Inject
    MongoClient mongo;

    @Inject
    Outbox outbox;

    @Inject
    OutboxRelay relay;

    @Test
    void aFactArrivesAsACloudEventUnderItsSubject() {
        String id = UUID.randomUUID().toString();
        Fact fact = fact(id, 1);

        insert(id, fact);
        relay.carry(id);

        ConsumerRecord<String, byte[]> record = only(id);
        assertThat(FactCodec.read(record)).isEqualTo(new ReadRecord.Known(fact));
        assertThat(headers(record))
                .containsOnlyKeys(
                        "ce_specversion",
                        "ce_id",
                        "ce_source",
                        "ce_type",
                        "ce_subject",
                        "ce_time",
                        "ce_sequence",
                        "content-type")
                .containsEntry("ce_source", "/outbox-test")
                .containsEntry("ce_id", fact.id());
        eventually(() -> assertThat(document(id).outbox()).isNull());
    }

    @Test
    void whoForgetsToCallTheRelayOnlyDelaysTheFact() {
        String id = UUID.randomUUID().toString();

        insert(id, fact(id, 1));

        only(id);
    }

    @Test
    void anEndIsARecordWithoutValueAndRemovesTheDocument() {
        String id = UUID.randomUUID().toString();
        insert(id, fact(id, 1));
        Fact end = fact(id, 2);

        AggregateCollection.of(mongo)
                .updateOne(
                        eq("_id", id),
                        outbox.removingAfter(List.of(OutboxEntry.of(end), OutboxEntry.tombstone(Topic.USERS, end))));
        relay.carry(id);

        try (TopicReader users = KAFKA.records("users")) {
            assertThat(users.await(record -> id.equals(record.key())).value()).isNull();
        }
        eventually(() -> assertThat(AggregateCollection.of(mongo).countDocuments(eq("_id", id)))
                .isZero());
    }

    @Test
    void whileTheBrokerIsAwayNobodyWaitsAndAfterwardsNothingIsMissing() {
        List<String> ids = IntStream.range(0, 40)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        Duration taken;
        KAFKA.stop();
        try {
            Instant before = Instant.now();
            ids.forEach(id -> {
                insert(id, fact(id, 1), fact(id, 2));
                relay.carry(id);
            });
            taken = Duration.between(before, Instant.now());
        } finally {
            KAFKA.restart();
        }

        assertThat(taken).as("waiting for the broker takes a second each time").isLessThan(Duration.ofSeconds(20));
        try (TopicReader events = KAFKA.records("user-events")) {
            eventually(Duration.ofSeconds(60), () -> assertThat(firstAppearances(events.all(), ids))
                    .hasSize(40)
                    .allSatisfy((id, sequences) -> assertThat(sequences).containsExactly("1", "2")));
        }
        eventually(() -> ids.forEach(id -> assertThat(document(id).outbox()).isNull()));
    }

    private static Map<String, List<String>> firstAppearances(
            List<ConsumerRecord<String, byte[]>> records, List<String> ids) {
        return records.stream()
                .filter(record -> ids.contains(record.key()))
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key,
                        Collectors.mapping(
                                record -> headers(record).get("ce_sequence"),
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        seen -> seen.stream().distinct().toList()))));
    }

    private static ConsumerRecord<String, byte[]> only(String id) {
        try (TopicReader events = KAFKA.records("user-events")) {
            ConsumerRecord<String, byte[]> found = events.await(record -> id.equals(record.key()));
            assertThat(events.all())
                    .filteredOn(record -> id.equals(record.key()))
                    .allSatisfy(record -> assertThat(headers(record)).isEqualTo(headers(found)));
            return found;
        }
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .collect(Collectors.toMap(
                        header -> header.key(), header -> new String(header.value(), StandardCharsets.UTF_8)));
    }

    private static Fact fact(String subject, long sequence) {
        return Fact.of(subject, sequence, Instant.now(), new UserOnboarded(subject, Role.STUDENT));
    }

    private void insert(String id, Fact... facts) {
        AggregateCollection.of(mongo).insertOne(new AggregateDocument(id, "ada", outbox.holding(facts)));
    }

    private AggregateDocument document(String id) {
        return AggregateCollection.of(mongo).find(eq("_id", id)).first();
    }
}
