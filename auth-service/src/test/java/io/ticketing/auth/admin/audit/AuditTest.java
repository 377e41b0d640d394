package io.ticketing.auth.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ticketing.auth.Signed;
import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditResult;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.auth.token.AccessTokens;
import io.ticketing.auth.user.SomeUser;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Users;
import io.ticketing.events.Role;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithMongo
@WithKafka
class AuditTest {

    private static final String PATH = "/api/v1/auth/admin/audit";

    private final Users users;
    private final AccessTokens tokens;
    private final AuditLog log;
    private Signed admin;

    AuditTest(Users users, AccessTokens tokens, AuditLog log) {
        this.users = users;
        this.tokens = tokens;
        this.log = log;
    }

    @BeforeEach
    void signIn() {
        admin = Signed.in(Role.ADMIN, users, tokens);
    }

    @Test
    void anEntrySaysWhoDidWhatToWhomWhenAndFromWhere() {
        // Given
        User user = SomeUser.added(users, Role.STUDENT);
        admin.sends(Map.of("status", "inactive"))
                .header("X-Forwarded-For", "198.51.100.9, 192.0.2.7")
                .patch("/api/v1/auth/admin/user/{id}/status", user.id());

        // When
        Response answer = admin.gets(PATH + "?subject={id}", user.id());

        // Then
        answer.then()
                .statusCode(200)
                .body("page.limit", is(50))
                .body("data.size()", is(1))
                .body("data[0].keySet().size()", is(8))
                .body("data[0].id", notNullValue())
                .body("data[0].at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"))
                .body("data[0].action", is("status-changed"))
                .body("data[0].result", is("done"))
                .body("data[0].actor", is(admin.id()))
                .body("data[0].subject", is(user.id()))
                .body("data[0].address", is("192.0.2.7"))
                .body("data[0].details", is(Map.of("from", "active", "to", "inactive")));
    }

    @Test
    void filtersLeaveOutOthers() {
        // Given
        String actor = new ObjectId().toHexString();
        String subject = new ObjectId().toHexString();
        String old = add(actor, subject, AuditedAction.ROLE_CHANGED, "2026-01-01T00:00:00Z");
        String middle = add(actor, null, AuditedAction.SIGNED_IN, "2026-02-01T00:00:00Z");
        String young = add(null, subject, AuditedAction.ROLE_CHANGED, "2026-03-01T00:00:00Z");

        // When / Then
        found("actor=" + actor, middle, old);
        found("subject=" + subject, young, old);
        found("actor=" + actor + "&subject=" + subject, old);
        found("actor=" + actor + "&action=signed-in", middle);
        found("subject=" + subject + "&action=signed-in");
        found("actor=" + actor + "&from=2026-02-01T00:00:00Z", middle);
        found("actor=" + actor + "&to=2026-02-01T00:00:00Z", old);
        found("actor=" + actor + "&from=2026-01-01T00:00:00.000Z&to=2026-02-01T00:00:00.001Z", middle, old);
        found("subject=" + subject + "&from=2026-06-01T00:00:00Z");
    }

    @Test
    void pagesHoldEachEntryOnceWhileOthersAreMadeAndSomeAreOfTheSameMoment() {
        // Given
        String actor = new ObjectId().toHexString();
        List<String> made = new ArrayList<>(IntStream.range(0, 7)
                .mapToObj(i -> add(actor, null, AuditedAction.SIGNED_IN, "2026-01-01T00:00:0" + i / 3 + "Z"))
                .toList());

        // When
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Response page = admin.gets(PATH + "?limit=2&actor=" + actor + cursor);
            page.then().statusCode(200);
            seen.addAll(page.path("data.id"));
            String next = page.path("page.nextCursor");
            cursor = next == null ? "" : "&cursor=" + next;
            add(actor, null, AuditedAction.SIGNED_IN, "2026-01-01T00:00:02Z");
        } while (!cursor.isEmpty());

        // Then
        assertThat(seen).isEqualTo(made.reversed());
    }

    @ParameterizedTest
    @CsvSource({
        "limit,0",
        "limit,101",
        "limit,ten",
        "limit,''",
        "cursor,''",
        "cursor,x",
        "cursor,MTIz",
        "cursor,{$ne:1}",
        "actor,''",
        "actor,x",
        "actor,6650F0A1B2C3D4E5F6A7B8C9",
        "actor,{$ne:1}",
        "subject,''",
        "subject,6650f0a1b2c3d4e5f6a7b8c",
        "subject,.*",
        "action,''",
        "action,SIGNED_IN",
        "action,deleted",
        "action,'signed-in,signed-out'",
        "from,''",
        "from,yesterday",
        "from,2026-13-01T00:00:00Z",
        "from,2026-01-01",
        "from,1767225600",
        "to,''",
        "to,+999999999-12-31T23:59:59Z",
        "to,2026-01-01T00:00:00",
        "to,-0001-01-01T00:00:00Z"
    })
    void aBadParameterIsNamed(String name, String value) {
        admin.asks()
                .queryParam(name, value)
                .get(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", is(name));
    }

    @Test
    void theLogOffersNoWayToChangeWhatIsInIt() {
        assertThat(Arrays.stream(AuditLog.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                        .map(Method::getName)
                        .distinct())
                .containsExactlyInAnyOrder("add", "done", "refused", "newestFirst");
    }

    private String add(String actor, String subject, AuditedAction action, String at) {
        AuditEntry entry = new AuditEntry(
                new ObjectId().toHexString(),
                Instant.parse(at),
                action,
                AuditResult.DONE,
                actor,
                subject,
                null,
                Map.of());
        log.add(entry);
        return entry.id();
    }

    private void found(String filter, String... expected) {
        Response answer = admin.gets(PATH + "?" + filter);
        answer.then().statusCode(200);
        assertThat(answer.<List<String>>path("data.id")).containsExactly(expected);
    }
}
