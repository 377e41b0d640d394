package io.ticketing.auth.admin.users;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.ticketing.auth.BadInput;
import io.ticketing.auth.Signed;
import io.ticketing.auth.token.AccessTokens;
import io.ticketing.auth.user.Users;
import io.ticketing.events.Role;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithMongo
@WithKafka
class BadUserInputTest {

    private static @Nullable Signed admin;

    private final Users users;
    private final AccessTokens tokens;

    BadUserInputTest(Users users, AccessTokens tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    static Stream<Arguments> updates() {
        return Stream.of(
                        BadInput.ofText("username", false),
                        BadInput.of("username", "ab", "a".repeat(31)),
                        BadInput.ofText("email", false),
                        BadInput.of("email", "ada", "ada@example.org\r\nBcc: eve@example.org"),
                        BadInput.of(
                                "skills", "", " , ", 1, true, List.of(), List.of(1), List.of(" "), List.of("a,\u0000")),
                        BadInput.of("skills", "s".repeat(41), "a,".repeat(21), Map.of("$ne", 1), List.of(List.of("a"))),
                        BadInput.of(
                                "role", "", "Admin", "ADMIN", "root", 2, true, List.of("admin"), Map.of("$ne", "x")),
                        BadInput.of("status", "", "ACTIVE", "deleted", 0, true, Map.of("$gt", "")),
                        BadInput.of("location", 1, "x".repeat(101), "line\nbreak", Map.of("$ne", "x")),
                        BadInput.of("bio", 1, "x".repeat(501), "bell \u0007", Map.of("$ne", "x")),
                        BadInput.of("capacity", -1, 1001, 1.5, "5", true, List.of(1), Map.of("$gt", 1), 3_000_000_000L),
                        BadInput.of("availability", "tomorrow", 1, true, List.of()),
                        BadInput.of(
                                "availability", away("tomorrow"), away(1_900_000_000), away("2020-01-01T00:00:00Z")),
                        BadInput.of("availability", away("+999999999-01-01T00:00:00Z"), away("2999-01-01T00:00:00Z")))
                .flatMap(bad -> bad);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("updates")
    void aBadUpdateNamesItsField(String field, @Nullable Object value) {
        BadInput.namesTheField(admin().asks(), Method.PATCH, path("update-account"), Map.of(), field, value);
    }

    static Stream<Arguments> statuses() {
        return BadInput.of("status", "", "ACTIVE", "deleted", 0, true, List.of("active"), Map.of("$gt", ""));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("statuses")
    void aBadStatusNamesItsField(String field, @Nullable Object value) {
        BadInput.namesTheField(admin().asks(), Method.PATCH, path("status"), Map.of(), field, value);
    }

    @Test
    void aBodyThatIsNoJsonIsAProblem() {
        BadInput.refusesWhatIsNoJson(Method.PATCH, path("update-account"), admin().token());
        BadInput.refusesWhatIsNoJson(Method.PATCH, path("status"), admin().token());
        admin().sends("null").patch(path("update-account")).then().statusCode(400);
        admin().sends("").patch(path("update-account")).then().statusCode(400);
    }

    private static Map<String, Object> away(Object until) {
        return Map.of("awayUntil", until);
    }

    private static String path(String last) {
        return "/api/v1/auth/admin/user/000000000000000000000000/" + last;
    }

    private Signed admin() {
        if (admin == null) {
            admin = Signed.in(Role.ADMIN, users, tokens);
        }
        return admin;
    }
}
