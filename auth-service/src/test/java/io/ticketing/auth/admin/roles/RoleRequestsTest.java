package io.ticketing.auth.admin.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.ticketing.auth.BadInput;
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
import io.ticketing.testing.kafka.RealKafka;
import io.ticketing.testing.kafka.TopicReader;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
class RoleRequestsTest {

    private static final String ALL = "/api/v1/auth/admin/role-requests";
    private static final String ONE = ALL + "/{id}";

    private final Users users;
    private final AccessTokens tokens;
    private final AuditLog audit;
    private Signed admin;

    RoleRequestsTest(Users users, AccessTokens tokens, AuditLog audit) {
        this.users = users;
        this.tokens = tokens;
        this.audit = audit;
    }

    @BeforeEach
    void signIn() {
        admin = Signed.in(Role.ADMIN, users, tokens);
    }

    @ParameterizedTest
    @ValueSource(strings = {"moderator", "admin"})
    void whoIsApprovedHasTheRoleAtOnceWithTheTokenThatHeHas(String role) throws IOException {
        // Given
        Response registered = Person.unknown().register();
        String id = registered.path("user.id");
        String token = registered.path("token");
        Person.onboard(token, role).then().statusCode(200).body("user.requestedRole", is(role));

        // When
        Response answer = admin.sends(Map.of("decision", "approve")).post(ONE, id);

        // Then
        answer.then()
                .statusCode(200)
                .body("data.id", is(id))
                .body("data.role", is(role))
                .body("data.requestedRole", nullValue());
        Person.get(token, "/api/v1/onboarding/check").then().body("userType", is(role));
        assertThat(told(id)).isEqualTo("{\"userId\":\"%s\",\"role\":\"%s\",\"approved\":true}".formatted(id, role));
        assertThat(Recorded.of(audit, id))
                .extracting(AuditEntry::action)
                .containsExactly(
                        AuditedAction.REGISTERED,
                        AuditedAction.ONBOARDED,
                        AuditedAction.ROLE_REQUESTED,
                        AuditedAction.ROLE_DECIDED,
                        AuditedAction.ROLE_CHANGED);
        assertThat(Recorded.of(audit, id).get(3).details()).isEqualTo(Map.of("role", role, "decision", "approve"));
        assertThat(Recorded.of(audit, id).get(3).actorId()).isEqualTo(admin.id());
    }

    @Test
    void whoIsRejectedStaysAStudent() throws IOException {
        // Given
        String id = asking();

        // When
        Response answer = admin.sends(Map.of("decision", "reject")).post(ONE, id);

        // Then
        answer.then().statusCode(200).body("data.role", is("student")).body("data.requestedRole", nullValue());
        assertThat(told(id)).isEqualTo("{\"userId\":\"%s\",\"role\":\"moderator\",\"approved\":false}".formatted(id));
        assertThat(Recorded.actions(audit, id)).endsWith(AuditedAction.ROLE_DECIDED);
    }

    @ParameterizedTest
    @CsvSource({"approve,approve", "approve,reject", "reject,approve"})
    void whatIsDecidedStays(String first, String second) {
        // Given
        String id = asking();
        admin.sends(Map.of("decision", first)).post(ONE, id).then().statusCode(200);
        List<AuditedAction> recorded = Recorded.actions(audit, id);

        // When
        Response answer = admin.sends(Map.of("decision", second)).post(ONE, id);

        // Then
        answer.then().statusCode(409).contentType("application/problem+json");
        assertThat(Recorded.actions(audit, id)).isEqualTo(recorded);
    }

    @Test
    void ofManyDecisionsAtOnceOneCounts() {
        // Given
        String id = asking();
        Queue<String> decisions =
                new ConcurrentLinkedQueue<>(List.of("approve", "reject", "approve", "reject", "approve", "reject"));

        // When
        List<Integer> statuses = AtOnce.run(6, () -> admin.sends(Map.of("decision", decisions.remove()))
                .post(ONE, id)
                .statusCode());

        // Then
        assertThat(Collections.frequency(statuses, 200)).isOne();
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(5);
        assertThat(Recorded.actions(audit, id)).containsOnlyOnce(AuditedAction.ROLE_DECIDED);
    }

    @Test
    void openRequestsAreListedUntilTheyAreDecided() {
        // Given
        String decided = asking();
        String open = asking();
        admin.sends(Map.of("decision", "approve")).post(ONE, decided);

        // When
        Response answer = admin.gets(ALL + "?limit=100");

        // Then
        answer.then().statusCode(200).body("data[0].id", is(open)).body("data[0].requestedRole", is("moderator"));
        assertThat(answer.<List<String>>path("data.id")).doesNotContain(decided);
        admin.gets(ALL + "?limit=1").then().body("data.id", is(List.of(open))).body("page.limit", is(1));
    }

    @Test
    void aDeletedUserWaitsForNothing() {
        // Given
        String id = asking();
        admin.asks().delete("/api/v1/auth/admin/user/{id}", id).then().statusCode(200);

        // When / Then
        assertThat(admin.gets(ALL + "?limit=100").<List<String>>path("data.id")).doesNotContain(id);
        admin.sends(Map.of("decision", "approve")).post(ONE, id).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000000000000000000000", "0", "x"})
    void nobodyIsNobody(String id) {
        admin.sends(Map.of("decision", "approve")).post(ONE, id).then().statusCode(404);
    }

    static Stream<Arguments> decisions() {
        return Stream.of(
                        BadInput.ofText("decision", true),
                        BadInput.of("decision", "APPROVE", "approved", 0, List.of("approve"), Map.of("$ne", 1)))
                .flatMap(bad -> bad);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("decisions")
    void aBadDecisionNamesItsField(String field, @Nullable Object value) {
        BadInput.namesTheField(
                admin.asks(), ALL + "/000000000000000000000000", Map.of("decision", "approve"), field, value);
    }

    @Test
    void aBodyThatIsNoJsonIsAProblem() {
        BadInput.refusesWhatIsNoJson(Method.POST, ALL + "/000000000000000000000000", admin.token());
    }

    @Test
    void nobodyGetsAnotherRoleThanHeAskedFor() {
        // Given
        String id = asking();

        // When
        Response answer = admin.sends(Map.of("decision", "approve", "role", "admin", "requestedRole", "admin"))
                .post(ONE, id);

        // Then
        answer.then().statusCode(200).body("data.role", is("moderator"));
    }

    private static String asking() {
        Response registered = Person.unknown().register();
        Person.onboard(registered.path("token"), "moderator").then().statusCode(200);
        return registered.path("user.id");
    }

    private static String told(String id) throws IOException {
        try (TopicReader events = RealKafka.start().records("user-events")) {
            ConsumerRecord<String, byte[]> decided = events.await(record -> id.equals(record.key())
                    && new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8)
                            .equals("user/role-decided"));
            return new ObjectMapper().readTree(decided.value()).toString();
        }
    }
}
