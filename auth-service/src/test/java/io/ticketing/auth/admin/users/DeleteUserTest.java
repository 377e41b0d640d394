package io.ticketing.auth.admin.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ticketing.auth.Person;
import io.ticketing.auth.Signed;
import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.auth.audit.Recorded;
import io.ticketing.auth.token.AccessTokens;
import io.ticketing.auth.user.Users;
import io.ticketing.events.Role;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.Eventually;
import io.ticketing.testing.kafka.RealKafka;
import io.ticketing.testing.kafka.TopicReader;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
class DeleteUserTest {

    private static final String PATH = "/api/v1/auth/admin/user/{id}";

    private final RealKafka kafka = RealKafka.start();
    private final Users users;
    private final AccessTokens tokens;
    private final AuditLog audit;
    private final MongoClient mongo;
    private Signed admin;
    private boolean brokerStopped;

    DeleteUserTest(Users users, AccessTokens tokens, AuditLog audit, MongoClient mongo) {
        this.users = users;
        this.tokens = tokens;
        this.audit = audit;
        this.mongo = mongo;
    }

    @BeforeEach
    void signIn() {
        admin = Signed.in(Role.ADMIN, users, tokens);
    }

    @AfterEach
    void bringTheBrokerBack() {
        if (brokerStopped) {
            kafka.restart();
        }
    }

    @Test
    void whoIsDeletedIsOutAtOnceAndSoonForgotten() {
        // Given
        Person ada = Person.unknown();
        Response registered = ada.register();
        String id = registered.path("user.id");

        // When
        Response answer = admin.asks().delete(PATH, id);

        // Then
        answer.then().statusCode(200).body("data", is(Map.of("deletedUserId", id)));
        Person.get(registered.path("token"), "/api/v1/auth/me").then().statusCode(401);
        ada.login().then().statusCode(401);
        Eventually.eventually(() -> assertThat(stored(id)).isNull());
        assertThat(told("users", id).getLast().value()).isNull();
        assertThat(type(told("user-events", id).getLast())).isEqualTo("user/deleted");
        assertThat(new String(told("user-events", id).getLast().value(), StandardCharsets.UTF_8))
                .isEqualTo("{\"userId\":\"" + id + "\"}");
    }

    @Test
    void hisAddressAndHisNameAreFreeAtOnce() {
        // Given
        Person ada = Person.unknown();
        String id = ada.register().path("user.id");

        // When
        admin.asks().delete(PATH, id).then().statusCode(200);

        // Then
        Response again = ada.register();
        again.then().statusCode(201);
        assertThat(again.<String>path("user.id")).isNotEqualTo(id);
    }

    @Test
    void itIsRecordedWithoutAnythingPersonal() {
        // Given
        Person ada = Person.unknown();
        String id = ada.register().path("user.id");

        // When
        admin.asks().delete(PATH, id).then().statusCode(200);

        // Then
        AuditEntry last = Recorded.of(audit, id).getLast();
        assertThat(last.action()).isEqualTo(AuditedAction.ACCOUNT_DELETED);
        assertThat(last.actorId()).isEqualTo(admin.id());
        assertThat(mongo.getDatabase("auth")
                        .getCollection("audit")
                        .find(Filters.eq("subjectId", id))
                        .map(Document::toJson))
                .allSatisfy(entry -> assertThat(entry).doesNotContain(ada.email(), ada.username()));
    }

    @Test
    void whileTheBrokerIsAwayNothingPersonalWaitsForIt() {
        // Given
        Person ada = Person.unknown();
        kafka.stop();
        brokerStopped = true;
        String id = ada.register().path("user.id");

        // When
        admin.asks().delete(PATH, id).then().statusCode(200);

        // Then
        Document left = stored(id);
        assertThat(left).isNotNull();
        assertThat(left.toJson()).doesNotContain(ada.email(), ada.username(), "argon2");
        assertThat(left.keySet()).containsExactlyInAnyOrder("_id", "version", "email", "usernameKey", "outbox");
        ada.register().then().statusCode(201);
        kafka.restart();
        brokerStopped = false;
        Eventually.eventually(
                Duration.ofSeconds(40), () -> assertThat(stored(id)).isNull());
        // What was under way to the broker when it left, a few seconds' worth, may arrive before the end of it.
        assertThat(told("users", id).stream().map(ConsumerRecord::value).dropWhile(Objects::nonNull))
                .isNotEmpty()
                .containsOnlyNulls();
        assertThat(told("user-events", id).stream()
                        .map(DeleteUserTest::type)
                        .dropWhile(type -> !type.equals("user/deleted")))
                .isNotEmpty()
                .containsOnly("user/deleted");
    }

    @Test
    void nobodyDeletesHimself() {
        // When
        Response answer = admin.asks().delete(PATH, admin.id());

        // Then
        answer.then().statusCode(403).contentType("application/problem+json");
        assertThat(users.find(admin.id())).isPresent();
        assertThat(Recorded.of(audit, admin.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000000000000000000000", "0", "x", "deleted 000000000000000000000000"})
    void nobodyIsNobody(String id) {
        admin.asks().delete(PATH, id).then().statusCode(404);
    }

    @Test
    void ofManyDeletionsAtOnceOneHappens() {
        // Given
        String id = Person.unknown().register().path("user.id");

        // When
        List<Integer> statuses =
                AtOnce.run(6, () -> admin.asks().delete(PATH, id).statusCode());

        // Then
        assertThat(statuses).containsOnly(200, 404);
        assertThat(Collections.frequency(statuses, 200)).isOne();
        assertThat(Recorded.actions(audit, id)).containsOnlyOnce(AuditedAction.ACCOUNT_DELETED);
    }

    @Test
    void whoIsChangedAndDeletedAtOnceIsDeleted() {
        // Given
        Person ada = Person.unknown();
        String id = ada.register().path("user.id");

        // When
        AtOnce.run(6, () -> {
            admin.sends(Map.of("bio", "x" + System.nanoTime())).patch(PATH + "/update-account", id);
            return admin.asks().delete(PATH, id).statusCode();
        });

        // Then
        assertThat(users.find(id)).isEmpty();
        Eventually.eventually(() -> assertThat(stored(id)).isNull());
        assertThat(told("users", id).getLast().value()).isNull();
    }

    private @Nullable Document stored(String id) {
        return mongo.getDatabase("auth")
                .getCollection("users")
                .find(Filters.eq("_id", id))
                .first();
    }

    /** All that a topic holds of that user, once that is something. */
    private List<ConsumerRecord<String, byte[]>> told(String topic, String id) {
        try (TopicReader reader = kafka.records(topic)) {
            reader.await(record -> id.equals(record.key()));
            return reader.all().stream()
                    .filter(record -> id.equals(record.key()))
                    .toList();
        }
    }

    private static String type(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    }
}
