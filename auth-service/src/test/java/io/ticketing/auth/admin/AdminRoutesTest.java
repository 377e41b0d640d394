package io.ticketing.auth.admin;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.ticketing.auth.Signed;
import io.ticketing.auth.token.AccessTokens;
import io.ticketing.auth.user.SomeUser;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Users;
import io.ticketing.events.AccountStatus;
import io.ticketing.events.Role;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.web.caller.SessionCookie;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithMongo
@WithKafka
class AdminRoutesTest {

    private static final String ONE = "/api/v1/auth/admin/user/{id}";

    private final Users users;
    private final AccessTokens tokens;
    private final Clock clock;

    AdminRoutesTest(Users users, AccessTokens tokens, Clock clock) {
        this.users = users;
        this.tokens = tokens;
        this.clock = clock;
    }

    static Stream<Arguments> routes() {
        return Stream.of(
                Arguments.of(Method.GET, "/api/v1/auth/get-users-account?limit=1&x={id}", 200),
                Arguments.of(Method.PATCH, ONE + "/update-account", 200),
                Arguments.of(Method.PATCH, ONE + "/status", 200),
                Arguments.of(Method.GET, ONE + "/status?status=active", 200),
                Arguments.of(Method.DELETE, ONE, 200),
                Arguments.of(Method.GET, "/api/v1/auth/admin/role-requests?limit=1&x={id}", 200),
                Arguments.of(Method.POST, "/api/v1/auth/admin/role-requests/{id}", 409),
                Arguments.of(Method.GET, "/api/v1/auth/admin/audit?limit=1&x={id}", 200));
    }

    @BeforeEach
    void somebodyElseIsAnAdmin() {
        SomeUser.added(users, Role.ADMIN);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("routes")
    void onlyWhoIsAnAdminNowMayCallIt(Method method, String path, int status) {
        // Given
        Signed student = Signed.in(Role.STUDENT, users, tokens);
        Signed moderator = Signed.in(Role.MODERATOR, users, tokens);
        Signed demoted = Signed.in(Role.ADMIN, users, tokens);
        users.replace(demoted.user().change().role(Role.MODERATOR).at(clock.instant()), List.of());
        Signed inactive = Signed.in(Role.ADMIN, users, tokens);
        users.replace(inactive.user().change().status(AccountStatus.INACTIVE).at(clock.instant()), List.of());
        Signed deleted = Signed.in(Role.ADMIN, users, tokens);
        users.remove(deleted.user(), List.of());
        Signed promoted = Signed.in(Role.STUDENT, users, tokens);
        users.replace(promoted.user().change().role(Role.ADMIN).at(clock.instant()), List.of());

        // When / Then
        call(given(), method, path).statusCode(401);
        call(student.asks(), method, path).statusCode(403);
        call(moderator.asks(), method, path).statusCode(403);
        call(demoted.asks(), method, path).statusCode(403);
        call(inactive.asks(), method, path).statusCode(403);
        call(deleted.asks(), method, path).statusCode(401);
        call(Signed.in(Role.ADMIN, users, tokens).asks(), method, path).statusCode(status);
        call(promoted.asks(), method, path).statusCode(status);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("routes")
    void aSessionFromAnAllowedPageMayCallAllButTheGetThatChanges(Method method, String path, int status) {
        // Given
        Signed admin = Signed.in(Role.ADMIN, users, tokens);

        // When / Then
        boolean changesByGet = method == Method.GET && path.contains("/status");
        call(withSession(admin).header("Origin", "http://localhost:5173"), method, path)
                .statusCode(changesByGet ? 401 : status);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("routes")
    void aSessionFromAnotherPageChangesNothing(Method method, String path, int status) {
        // Given
        Signed admin = Signed.in(Role.ADMIN, users, tokens);

        // When / Then
        boolean reads = method == Method.GET && !path.contains("/status");
        call(withSession(admin).header("Origin", "https://evil.example"), method, path)
                .statusCode(reads ? 200 : 401);
        call(withSession(admin), method, path).statusCode(reads ? 200 : 401);
    }

    private ValidatableResponse call(RequestSpecification as, Method method, String path) {
        User subject = SomeUser.added(users, Role.STUDENT);
        RequestSpecification request = method == Method.POST || method == Method.PATCH
                ? as.contentType(ContentType.JSON).body("{\"decision\":\"approve\"}")
                : as;
        return request.request(method, path, subject.id()).then();
    }

    private static RequestSpecification withSession(Signed admin) {
        return given().cookie(SessionCookie.NAME, admin.token());
    }
}
