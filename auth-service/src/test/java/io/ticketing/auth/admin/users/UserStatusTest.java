package io.ticketing.auth.admin.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.auth.Signed;
import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.Recorded;
import io.ticketing.auth.token.AccessTokens;
import io.ticketing.auth.user.Users;
import io.ticketing.events.Role;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
class UserStatusTest {

    private static final String PATH = "/api/v1/auth/admin/user/{id}/status";

    private final Users users;
    private final AccessTokens tokens;
    private final AuditLog audit;
    private Signed admin;
    private Signed other;

    UserStatusTest(Users users, AccessTokens tokens, AuditLog audit) {
        this.users = users;
        this.tokens = tokens;
        this.audit = audit;
    }

    @BeforeEach
    void signIn() {
        admin = Signed.in(Role.ADMIN, users, tokens);
        other = Signed.in(Role.STUDENT, users, tokens);
    }

    @Test
    void whoIsDeactivatedIsOutAndComesBackWhenActivated() {
        // When
        admin.sends(Map.of("status", "inactive"))
                .patch(PATH, other.id())
                .then()
                .statusCode(200)
                .body("data.status", is("inactive"));

        // Then
        other.gets("/api/v1/auth/me").then().statusCode(403);
        admin.sends(Map.of("status", "active")).patch(PATH, other.id()).then().body("data.status", is("active"));
        other.gets("/api/v1/auth/me").then().statusCode(200);
        assertThat(Recorded.of(audit, other.id()))
                .extracting(AuditEntry::details)
                .containsExactly(
                        Map.of("from", "active", "to", "inactive"), Map.of("from", "inactive", "to", "active"));
    }

    @Test
    void theSameStatusAgainChangesNothing() {
        // When
        admin.sends(Map.of("status", "active")).patch(PATH, other.id()).then().statusCode(200);

        // Then
        assertThat(users.find(other.id())).hasValue(other.user());
        assertThat(Recorded.of(audit, other.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"status\":null}", "null", "", "{\"state\":\"active\"}"})
    void withoutAStatusItIsTheOther(String body) {
        admin.sends(body).patch(PATH, other.id()).then().statusCode(200).body("data.status", is("inactive"));
        admin.sends(body).patch(PATH, other.id()).then().statusCode(200).body("data.status", is("active"));
    }

    @Test
    void withoutABodyItIsTheOther() {
        admin.asks().patch(PATH, other.id()).then().statusCode(200).body("data.status", is("inactive"));
    }

    @Test
    void olderClientsDoItByGet() {
        admin.gets(PATH + "?status=inactive", other.id())
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("data.status", is("inactive"));
        admin.gets(PATH, other.id()).then().statusCode(200).body("data.status", is("active"));
        admin.gets(PATH, other.id()).then().statusCode(200).body("data.status", is("inactive"));
    }

    @Test
    void whoOnlyLooksChangesNothing() {
        // When
        admin.asks().head(PATH, other.id()).then().statusCode(405).header("Allow", "GET, OPTIONS, PATCH");

        // Then
        assertThat(users.find(other.id())).hasValue(other.user());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ACTIVE", "deleted", "active,inactive", "{\"$ne\":1}"})
    void anUnknownStatusIsToldAndChangesNothing(String status) {
        // When
        admin.asks()
                .queryParam("status", status)
                .get(PATH, other.id())
                .then()
                .statusCode(400)
                .body("errors[0].field", is("status"));

        // Then
        assertThat(users.find(other.id())).hasValue(other.user());
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000000000000000000000", "0", "x"})
    void nobodyIsNobody(String id) {
        admin.asks().patch(PATH, id).then().statusCode(404);
        admin.gets(PATH, id).then().statusCode(404);
    }
}
