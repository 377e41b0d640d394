package io.ticketing.auth.admin.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ticketing.auth.Person;
import io.ticketing.auth.Signed;
import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.auth.audit.Recorded;
import io.ticketing.auth.token.AccessTokens;
import io.ticketing.auth.user.PendingLink;
import io.ticketing.auth.user.SomeUser;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Users;
import io.ticketing.events.Role;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.kafka.RealKafka;
import io.ticketing.testing.kafka.TopicReader;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
class UpdateUserTest {

    private static final String PATH = "/api/v1/auth/admin/user/{id}/update-account";

    private final Users users;
    private final AccessTokens tokens;
    private final AuditLog audit;
    private final Clock clock;
    private Signed admin;

    UpdateUserTest(Users users, AccessTokens tokens, AuditLog audit, Clock clock) {
        this.users = users;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    @BeforeEach
    void signIn() {
        admin = Signed.in(Role.ADMIN, users, tokens);
    }

    @Test
    void everyFieldCanBeChanged() {
        // Given
        User user = SomeUser.added(users, Role.STUDENT);
        Person next = Person.unknown();
        String awayUntil = clock.instant().plus(Duration.ofDays(3)).toString().substring(0, 19) + ".000Z";
        Map<String, Object> body = new HashMap<>(Map.of(
                "username",
                next.username(),
                "email",
                " " + next.email().toUpperCase(Locale.ROOT),
                "skills",
                List.of("java", "printers"),
                "role",
                "moderator",
                "location",
                "London",
                "bio",
                "Mends\nnetworks.",
                "status",
                "inactive",
                "capacity",
                0,
                "availability",
                Map.of("awayUntil", awayUntil)));

        // When
        Response answer = admin.sends(body).patch(PATH, user.id());

        // Then
        answer.then()
                .statusCode(200)
                .body("success", is(true))
                .body("data._id", is(user.id()))
                .body("data.username", is(next.username()))
                .body("data.email", is(next.email()))
                .body("data.skills", is(List.of("java", "printers")))
                .body("data.role", is("moderator"))
                .body("data.location", is("London"))
                .body("data.bio", is("Mends\nnetworks."))
                .body("data.status", is("inactive"))
                .body("data.capacity", is(0))
                .body("data.availability.awayUntil", is(awayUntil));
        assertThat(Recorded.of(audit, user.id()))
                .extracting(AuditEntry::action)
                .containsExactly(
                        AuditedAction.ROLE_CHANGED, AuditedAction.STATUS_CHANGED, AuditedAction.ACCOUNT_UPDATED);
        assertThat(Recorded.of(audit, user.id()))
                .allSatisfy(entry -> assertThat(entry.actorId()).isEqualTo(admin.id()));
        assertThat(Recorded.of(audit, user.id()).getLast().details())
                .isEqualTo(Map.of("fields", "availability, bio, capacity, email, location, skills, username"));
        assertThat(Recorded.of(audit, user.id()).getFirst().details())
                .isEqualTo(Map.of("from", "student", "to", "moderator"));
    }

    @Test
    void whatIsNotSentStaysAndIsNotRecorded() {
        // Given
        User user = SomeUser.added(users, Role.MODERATOR);

        // When
        Response answer =
                admin.sends(Map.of("role", "moderator", "email", user.email())).patch(PATH, user.id());

        // Then
        answer.then().statusCode(200).body("data.username", is(user.username()));
        assertThat(users.find(user.id())).hasValue(user);
        assertThat(Recorded.of(audit, user.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java,printers", " java , printers ,", "java,,printers"})
    void skillsMayComeAsOneTextWithCommas(String skills) {
        // Given
        User user = SomeUser.added(users, Role.MODERATOR);

        // When
        Response answer = admin.sends(Map.of("skills", skills)).patch(PATH, user.id());

        // Then
        answer.then().statusCode(200).body("data.skills", is(List.of("java", "printers")));
    }

    @Test
    void blankTextAndNoAvailabilityClearTheFields() {
        // Given
        User user = SomeUser.added(users, Role.MODERATOR);
        admin.sends(Map.of(
                        "location",
                        "London",
                        "bio",
                        "Mends networks.",
                        "availability",
                        Map.of("awayUntil", clock.instant().plusSeconds(600).toString())))
                .patch(PATH, user.id());
        Map<String, @Nullable Object> body = new HashMap<>(Map.of("location", "", "bio", " "));
        body.put("availability", null);

        // When
        Response answer = admin.sends(body).patch(PATH, user.id());

        // Then
        answer.then()
                .statusCode(200)
                .body("data.location", nullValue())
                .body("data.bio", nullValue())
                .body("data.availability", nullValue());
    }

    @Test
    void anotherAddressHasToBeProvenAndEndsALinkThatIsOut() {
        // Given
        User user = SomeUser.added(users, Role.STUDENT);
        User waiting = user.change()
                .passwordReset(new PendingLink("hash of " + user.id(), Instant.parse("2099-01-01T00:00:00Z")))
                .at(clock.instant());
        users.replace(waiting, List.of());
        String email = Person.unknown().email();

        // When
        Response answer = admin.sends(Map.of("email", email)).patch(PATH, user.id());

        // Then
        answer.then().statusCode(200);
        User changed = users.find(user.id()).orElseThrow();
        assertThat(changed.credentials().emailProven()).isFalse();
        assertThat(changed.credentials().passwordReset()).isNull();
        assertThat(changed.credentials().emailProof()).isNotNull();
        try (TopicReader events = RealKafka.start().records("user-events")) {
            var told = events.await(record -> user.id().equals(record.key())
                    && type(record.headers().lastHeader("ce_type").value()).equals("user/email-proof-requested"));
            assertThat(new String(told.value(), StandardCharsets.UTF_8)).doesNotContain(email);
        }
    }

    @Test
    void anotherRoleSettlesARequest() {
        // Given
        User user = SomeUser.added(users, Role.STUDENT);
        users.replace(user.change().requestedRole(Role.ADMIN).at(clock.instant()), List.of());

        // When
        Response answer = admin.sends(Map.of("role", "moderator")).patch(PATH, user.id());

        // Then
        answer.then().statusCode(200).body("data.requestedRole", nullValue());
    }

    @Test
    void anAddressOrANameOfSomebodyElseIsRefusedAndLeavesNoTrace() {
        // Given
        User user = SomeUser.added(users, Role.STUDENT);
        User other = SomeUser.added(users, Role.STUDENT);

        // When
        Response byEmail =
                admin.sends(Map.of("email", other.email(), "bio", "x")).patch(PATH, user.id());
        Response byName = admin.sends(
                        Map.of("username", other.username().toUpperCase(Locale.ROOT), "status", "inactive"))
                .patch(PATH, user.id());

        // Then
        byEmail.then().statusCode(409).body("errors.field", is(List.of("email")));
        byName.then().statusCode(409).body("errors.field", is(List.of("username")));
        assertThat(byEmail.asString() + byName.asString()).doesNotContain(other.email(), "E11000");
        assertThat(users.find(user.id())).hasValue(user);
        assertThat(Recorded.of(audit, user.id())).isEmpty();
    }

    @Test
    void whatIsNobodysToSetIsIgnored() {
        // Given
        User user = SomeUser.added(users, Role.STUDENT);
        Map<String, Object> body = new HashMap<>(Map.of(
                "_id",
                admin.id(),
                "id",
                admin.id(),
                "version",
                99,
                "emailProven",
                false,
                "passwordHash",
                "x",
                "googleSub",
                "x",
                "tokensNotBefore",
                99,
                "requestedRole",
                "admin",
                "onboardingCompleted",
                false,
                "createdAt",
                "2020-01-01T00:00:00Z"));
        body.put("bio", "new");

        // When
        admin.sends(body).patch(PATH, user.id()).then().statusCode(200);

        // Then
        User changed = users.find(user.id()).orElseThrow();
        assertThat(changed.profile().bio()).isEqualTo("new");
        assertThat(changed)
                .usingRecursiveComparison()
                .ignoringFields("profile.bio", "version", "updatedAt")
                .isEqualTo(user);
        assertThat(changed.version()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000000000000000000000", "0", "x", "..%2f..", "%7B%22$ne%22:1%7D", "%20"})
    void nobodyIsNobody(String id) {
        admin.asks()
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .body(Map.of("bio", "new"))
                .patch("/api/v1/auth/admin/user/" + id + "/update-account")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void changesAtOnceAllTakeEffect() {
        // Given
        User user = SomeUser.added(users, Role.STUDENT);
        Queue<Map<String, Object>> changes = new ConcurrentLinkedQueue<>(List.of(
                Map.of("bio", "new"),
                Map.of("location", "London"),
                Map.of("capacity", 7),
                Map.of("role", "moderator"),
                Map.of("skills", "java")));

        // When
        List<Integer> statuses = AtOnce.run(
                changes.size(),
                () -> admin.sends(changes.remove()).patch(PATH, user.id()).statusCode());

        // Then
        assertThat(statuses).containsOnly(200);
        User changed = users.find(user.id()).orElseThrow();
        assertThat(Arrays.asList(
                        changed.profile().bio(),
                        changed.profile().location(),
                        changed.workload().capacity(),
                        changed.role(),
                        changed.profile().skills(),
                        changed.version()))
                .containsExactly("new", "London", 7, Role.MODERATOR, List.of("java"), 6L);
        assertThat(Recorded.of(audit, user.id())).hasSize(5);
    }

    @Test
    void ofManyWhoAreToHaveTheSameNameAtOnceOneGetsIt() {
        // Given
        String name = Person.unknown().username();

        // When
        List<Integer> statuses = AtOnce.run(8, () -> {
            User user = SomeUser.added(users, Role.STUDENT);
            return admin.sends(Map.of("username", name)).patch(PATH, user.id()).statusCode();
        });

        // Then
        assertThat(statuses).containsOnly(200, 409);
        assertThat(Collections.frequency(statuses, 200)).isOne();
    }

    private static String type(byte[] header) {
        return new String(header, StandardCharsets.UTF_8);
    }
}
