package io.ticketing.triage.run;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.ReadRecord;
import io.ticketing.events.TriageCompleted;
import io.ticketing.testing.kafka.TopicReader;
import io.ticketing.testing.quarkus.GeminiResource;
import io.ticketing.testing.quarkus.KafkaResource;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.World;
import io.ticketing.triage.desk.DeskLoad;
import io.ticketing.triage.desk.Desks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service's own worker, and a second one of the same group that comes and goes while tickets come in. */
@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class TwoWorkersTest {

    private static final int TICKETS = 100;
    private static final int MODERATORS = 4;

    private final World world;
    private final TicketEvents events;
    private final Desks desks;
    private final Replica replica;

    TwoWorkersTest(World world, TicketEvents events, Desks desks, Replica replica) {
        this.world = world;
        this.events = events;
        this.desks = desks;
        this.replica = replica;
    }

    @BeforeEach
    void start() {
        world.clear();
        GeminiResource.gemini().reset();
    }

    @Test
    void eachTicketIsAssignedOnceThoughTheGroupIsRebalancedAndFactsComeTwice() throws Exception {
        IntStream.range(0, MODERATORS).forEach(number -> world.moderator("Ada" + number, TICKETS, "networking"));
        List<String> tickets = new ArrayList<>(sendTickets(TICKETS / 2));
        TriageWorker second = replica.worker();
        second.start();
        try (SecondConsumer consumer = new SecondConsumer(events)) {
            eventually(() -> assertThat(consumer.hasPartitions()).isTrue());
            tickets.addAll(sendTickets(TICKETS / 2));
            eventually(() -> assertThat(consumer.heard()).isPositive());
        }
        second.stop();

        eventually(() -> assertThat(completed(tickets)).hasSizeGreaterThanOrEqualTo(TICKETS));
        assertThat(completed(tickets)).containsExactlyInAnyOrderElementsOf(tickets);
        assertThat(desks.loads().values().stream()
                        .mapToInt(DeskLoad::openTickets)
                        .sum())
                .isEqualTo(TICKETS);
    }

    private List<String> sendTickets(int number) {
        return IntStream.range(0, number)
                .mapToObj(each ->
                        world.ticket("VPN outage", "The VPN is down.", "vpn").subject())
                .toList();
    }

    private static List<String> completed(List<String> tickets) {
        try (TopicReader reader = KafkaResource.kafka().records("triage-events")) {
            return reader.all().stream()
                    .filter(record -> tickets.contains(record.key()))
                    .map(record -> ((ReadRecord.Known) FactCodec.read(record)).fact())
                    .filter(fact -> fact.data() instanceof TriageCompleted)
                    .map(Fact::subject)
                    .toList();
        }
    }

    /** Hears of what the group hears of, and remembers nothing of it when it leaves, so that the others hear it again. */
    private static final class SecondConsumer implements AutoCloseable {

        private final TicketEvents events;
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final AtomicBoolean stops = new AtomicBoolean();
        private final AtomicBoolean hasPartitions = new AtomicBoolean();
        private final AtomicInteger heard = new AtomicInteger();

        SecondConsumer(TicketEvents events) {
            this.events = events;
            thread.execute(this::consume);
        }

        boolean hasPartitions() {
            return hasPartitions.get();
        }

        int heard() {
            return heard.get();
        }

        private void consume() {
            Map<String, Object> settings = Map.of(
                    ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    KafkaResource.kafka().bootstrapServers(),
                    ConsumerConfig.GROUP_ID_CONFIG,
                    "triage-worker",
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    false,
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    "earliest");
            try (KafkaConsumer<String, byte[]> consumer =
                    new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                consumer.subscribe(List.of("ticket-events"));
                while (!stops.get()) {
                    for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                        events.on(record);
                        heard.incrementAndGet();
                    }
                    hasPartitions.set(!consumer.assignment().isEmpty());
                }
            }
        }

        @Override
        public void close() {
            stops.set(true);
            thread.close();
        }
    }
}
