package io.ticketing.ticket;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Fact;
import io.ticketing.events.TriageStarted;
import io.ticketing.testing.Eventually;
import io.ticketing.testing.kafka.RealKafka;
import io.ticketing.testing.kafka.TopicReader;
import io.ticketing.testing.mongo.RealMongo;
import io.ticketing.testing.quarkus.KafkaResource;
import io.ticketing.testing.quarkus.MongoResource;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class OutagesTest {

    private static final Person STUDENT = Person.student();

    @Test
    void ticketsAreOpenedWithoutKafkaAndToldOfOnceItIsBack() {
        Api.open(STUDENT, "Before");
        RealKafka kafka = KafkaResource.kafka();

        List<String> meanwhile;
        Duration took;
        kafka.stop();
        try {
            Instant begin = Instant.now();
            meanwhile = List.of(Api.open(STUDENT, "One"), Api.open(STUDENT, "Two"), Api.open(STUDENT, "Three"));
            took = Duration.between(begin, Instant.now());
        } finally {
            kafka.restart();
        }

        assertThat(meanwhile).allMatch(id -> id.matches("[0-9a-f]{24}"));
        assertThat(took).as("waiting for the broker takes 5.5 s each time").isLessThan(Duration.ofSeconds(5));
        try (TopicReader facts = kafka.records("ticket-events")) {
            Eventually.eventually(
                    Duration.ofSeconds(40),
                    () -> assertThat(facts.all()).extracting(fact -> fact.key()).containsAll(meanwhile));
        }
    }

    @Test
    void newsThatComesWhileMongoHangsIsNotLost() {
        String id = Api.open(STUDENT, "Patience");
        RealMongo mongo = MongoResource.mongo();

        mongo.pause();
        try {
            Bus.send(started(id));
            assertNothingHappens(id);
        } finally {
            mongo.resume();
        }

        awaitInProgress(id);
    }

    @Test
    void newsThatComesWhileMongoIsGoneIsNotLost() {
        String id = Api.open(STUDENT, "More patience");
        RealMongo mongo = MongoResource.mongo();

        mongo.kill();
        try {
            Bus.send(started(id));
            assertNothingHappens(id);
        } finally {
            mongo.restart();
        }

        awaitInProgress(id);
    }

    private static void assertNothingHappens(String id) {
        try (TopicReader facts = KafkaResource.kafka().records("ticket-events")) {
            Eventually.throughout(Duration.ofMillis(500), () -> assertThat(facts.all())
                    .filteredOn(fact -> id.equals(fact.key()))
                    .extracting(fact -> Bus.header(fact, "ce_type"))
                    .doesNotContain("ticket/status-changed"));
        }
    }

    private static Fact started(String ticketId) {
        return Fact.of(ticketId, 1, Instant.now(), new TriageStarted(ticketId, "run-of-" + ticketId, 1L));
    }

    private static void awaitInProgress(String id) {
        eventually(() -> assertThat(
                        Api.get(Api.GET + id, STUDENT).data().path("status").asText())
                .isEqualTo("in-progress"));
    }
}
