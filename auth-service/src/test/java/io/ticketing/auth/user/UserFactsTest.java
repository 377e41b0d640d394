package io.ticketing.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ticketing.auth.Person;
import io.ticketing.testing.Eventually;
import io.ticketing.testing.golden.GoldenFact;
import io.ticketing.testing.kafka.RealKafka;
import io.ticketing.testing.kafka.TopicReader;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
class UserFactsTest {

    private static final Duration QUICK = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RealKafka kafka = RealKafka.start();
    private final MongoClient mongo;
    private boolean brokerStopped;

    UserFactsTest(MongoClient mongo) {
        this.mongo = mongo;
    }

    @AfterEach
    void bringTheBrokerBack() {
        if (brokerStopped) {
            kafka.restart();
        }
    }

    @Test
    void registeringTellsTheStateAndTheSignup() throws Exception {
        // Given
        Person ada = Person.unknown();
        Map<String, Object> registration = ada.registration();
        registration.put("skills", List.of("java"));

        // When
        String id = Person.json(registration).post("/api/v1/auth/register").path("user.id");

        // Then
        List<ConsumerRecord<String, byte[]>> states = told("users", id, 1);
        assertThat(json(states.getFirst())).isEqualTo(JSON.readTree("""
                {"id":"%s","username":"%s","email":"%s","role":"student","status":"active","onboarded":false,
                 "skills":["java"],"capacity":10,"availability":{"awayUntil":null,"workingHours":null},"tokensNotBefore":0,
                 "revokedTokens":[]}""".formatted(id, ada.username(), ada.email())));
        assertIsCloudEvent(states.getFirst(), "user/changed", id, "1");
        List<ConsumerRecord<String, byte[]>> events = told("user-events", id, 1);
        assertThat(json(events.getFirst())).isEqualTo(JSON.readTree("""
                {"userId":"%s","username":"%s","email":"%s","emailProof":%s}""".formatted(
                        id, ada.username(), ada.email(), json(events.getFirst()).get("emailProof"))));
        assertThat(names(json(events.getFirst()).get("emailProof"))).containsExactlyInAnyOrder("id", "expiresAt");
        assertIsCloudEvent(events.getFirst(), "user/signup", id, "1");
        assertThat(header(events.getFirst(), "ce_id")).isNotEqualTo(header(states.getFirst(), "ce_id"));
    }

    @Test
    void onboardingTellsTheNewStateAndThatItIsComplete() throws Exception {
        // Given
        Response registered = Person.unknown().register();
        String id = registered.path("user.id");

        // When
        Person.onboard(registered.path("token"), "student", List.of("printers"));

        // Then
        var state = told("users", id, 2).getLast();
        assertIsCloudEvent(state, "user/changed", id, "2");
        assertThat(json(state).get("onboarded").asBoolean()).isTrue();
        assertThat(json(state).get("skills")).isEqualTo(JSON.readTree("[\"printers\"]"));
        var event = told("user-events", id, 2).getLast();
        assertIsCloudEvent(event, "user/onboarded", id, "2");
        assertThat(json(event)).isEqualTo(JSON.readTree("{\"userId\":\"%s\",\"role\":\"student\"}".formatted(id)));
    }

    @Test
    void aRoleThatNeedsApprovalIsToldAsARequest() throws Exception {
        // Given
        Response registered = Person.unknown().register();
        String id = registered.path("user.id");

        // When
        Person.onboard(registered.path("token"), "moderator");

        // Then
        assertThat(json(told("users", id, 2).getLast()).get("role").asText()).isEqualTo("student");
        var events = told("user-events", id, 3);
        assertThat(events.stream().map(event -> header(event, "ce_type")))
                .containsExactly("user/signup", "user/onboarded", "user/role-requested");
        assertIsCloudEvent(events.getLast(), "user/role-requested", id, "2");
        assertThat(json(events.getLast()))
                .isEqualTo(JSON.readTree("{\"userId\":\"%s\",\"role\":\"moderator\"}".formatted(id)));
    }

    @Test
    void noFactHoldsAPasswordOrItsHash() {
        // Given
        Person ada = new Person(
                Person.unknown().username(),
                Person.unknown().email(),
                "unmistakable " + Person.unknown().username());

        // When
        String id = ada.register().path("user.id");

        // Then
        assertThat(List.of(
                        told("users", id, 1).getFirst(),
                        told("user-events", id, 1).getFirst()))
                .allSatisfy(record -> assertThat(new String(record.value(), StandardCharsets.UTF_8))
                        .doesNotContain("unmistakable", "argon2", "assword"));
    }

    @Test
    void anOutboxThatIsEmptyLeavesNoTrace() {
        // When
        String id = Person.unknown().register().path("user.id");

        // Then
        Eventually.eventually(() -> assertThat(stored(id)).isNotNull().doesNotContainKey("outbox"));
    }

    @Test
    void peopleRegisterWhileTheBrokerIsAwayAndTheFactsFollow() {
        // Given
        Person.unknown().registered();
        kafka.stop();
        brokerStopped = true;

        // When
        long start = System.nanoTime();
        Response registered = Person.unknown().register();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Response onboarded = Person.onboard(registered.path("token"), "student");

        // Then
        registered.then().statusCode(201);
        onboarded.then().statusCode(200);
        assertThat(took).isLessThan(QUICK);
        String id = registered.path("user.id");
        assertThat(stored(id)).containsKey("outbox");
        kafka.restart();
        brokerStopped = false;
        assertThat(told("users", id, 2).stream()
                        .map(record -> header(record, "ce_sequence"))
                        .distinct())
                .containsExactly("1", "2");
        Eventually.eventually(
                Duration.ofSeconds(30), () -> assertThat(stored(id)).doesNotContainKey("outbox"));
    }

    private Document stored(String id) {
        return mongo.getDatabase("auth")
                .getCollection("users")
                .find(Filters.eq("_id", id))
                .first();
    }

    private List<ConsumerRecord<String, byte[]>> told(String topic, String id, int count) {
        try (TopicReader reader = kafka.records(topic)) {
            Eventually.eventually(Duration.ofSeconds(40), () -> assertThat(of(reader.all(), id))
                    .hasSizeGreaterThanOrEqualTo(count));
            return of(reader.all(), id);
        }
    }

    private static List<ConsumerRecord<String, byte[]>> of(List<ConsumerRecord<String, byte[]>> records, String id) {
        return records.stream().filter(record -> id.equals(record.key())).toList();
    }

    private static void assertIsCloudEvent(
            ConsumerRecord<String, byte[]> record, String type, String id, String sequence) throws IOException {
        GoldenFact golden = GoldenFact.of(type);
        assertThat(record.topic()).isEqualTo(golden.topic());
        assertThat(Arrays.stream(record.headers().toArray()).map(Header::key))
                .containsAll(golden.headers().keySet());
        assertThat(names(json(record))).isEqualTo(names(golden.data()));
        assertThat(record.key()).isEqualTo(id);
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo(type);
        assertThat(header(record, "ce_subject")).isEqualTo(id);
        assertThat(header(record, "ce_sequence")).isEqualTo(sequence);
        assertThat(header(record, "ce_source")).isEqualTo("/auth-service");
        assertThat(header(record, "ce_id")).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
        assertThat(header(record, "ce_time")).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> record) throws IOException {
        return JSON.readTree(record.value());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
