package io.ticketing.auth.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.ticketing.auth.Person;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Users;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.web.caller.SessionCookie;
import io.ticketing.web.caller.TokenTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
class LogoutTest {

    private static final String ALLOWED = "http://localhost:5173";

    private final MongoClient mongo;
    private final Users users;
    private final ForgettingTokens forgetting;
    private final SigningOut signingOut;

    LogoutTest(MongoClient mongo, Users users, ForgettingTokens forgetting, SigningOut signingOut) {
        this.mongo = mongo;
        this.users = users;
        this.forgetting = forgetting;
        this.signingOut = signingOut;
    }

    @Test
    void theTokenThatLeavesEndsAndNoOther() {
        // Given
        Person ada = Person.unknown();
        String leaving = ada.registered();
        String staying = ada.login().path("token");

        // When
        Response answer = logout(leaving);

        // Then
        answer.then()
                .statusCode(200)
                .body("success", is(true))
                .body("statusCode", is(200))
                .body("data", nullValue());
        refused(leaving);
        logout(leaving).then().statusCode(401);
        accepted(staying);
        assertThat(mongo.getDatabase("auth")
                        .getCollection("audit")
                        .countDocuments(
                                Filters.and(Filters.eq("actorId", user(ada).id()), Filters.eq("action", "SIGNED_OUT"))))
                .isEqualTo(1);
    }

    @Test
    void whoHasNoTokenCannotLogOut() {
        given().post("/api/v1/auth/logout").then().statusCode(401);
    }

    @Test
    void manyLogoutsAtOnceAllTakeEffect() {
        // Given
        Person ada = Person.unknown();
        ada.registered();
        List<String> tokens = AtOnce.run(8, () -> ada.login().<String>path("token"));

        // When
        var next = new java.util.concurrent.ConcurrentLinkedQueue<>(tokens);
        AtOnce.run(8, () -> logout(next.remove()).statusCode());

        // Then
        tokens.forEach(LogoutTest::refused);
        assertThat(user(ada).tokens().ended()).hasSize(8);
    }

    @Test
    void whoLogsOutOverAndOverLosesAllTokensInsteadOfGrowing() {
        // Given
        Person ada = Person.unknown();
        String old = ada.registered();
        String id = user(ada).id();
        for (int i = 0; i < SigningOut.MOST_ENDED_SINGLY; i++) {
            signingOut.end(id, "token " + i, Instant.now().plus(Duration.ofHours(1)));
        }
        accepted(old);

        // When
        signingOut.end(id, "one more", Instant.now().plus(Duration.ofHours(1)));

        // Then
        assertThat(user(ada).tokens().ended()).isEmpty();
        refused(old);
        accepted(ada.login().path("token"));
    }

    @Test
    void theSessionEndsWithItsToken() {
        // Given
        String token = Person.unknown().registered();

        // When
        Response answer = given().cookie(SessionCookie.NAME, token)
                .header("Origin", ALLOWED)
                .post("/api/v1/auth/logout/session");

        // Then
        cleared(answer);
        refused(token);
    }

    @Test
    void aLogoutByTheCookieClearsIt() {
        String token = Person.unknown().registered();

        Response answer = given().cookie(SessionCookie.NAME, token)
                .header("Origin", ALLOWED)
                .post("/api/v1/auth/logout");

        cleared(answer);
        refused(token);
        given().auth()
                .oauth2(Person.unknown().registered())
                .post("/api/v1/auth/logout")
                .then()
                .header("Set-Cookie", nullValue());
    }

    @Test
    void aTokenOfTheRequestsOwnIsNotTheSessions() {
        // Given
        String bearer = Person.unknown().registered();
        String session = Person.unknown().registered();

        // When
        Response answer = given().cookie(SessionCookie.NAME, session)
                .header("Origin", ALLOWED)
                .auth()
                .oauth2(bearer)
                .post("/api/v1/auth/logout/session");

        // Then
        cleared(answer);
        accepted(bearer);
        refused(session);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null"})
    void noOtherSiteEndsAToken(String origin) {
        // Given
        String token = Person.unknown().registered();

        // When
        Response answer = given().cookie(SessionCookie.NAME, token)
                .header("Origin", origin)
                .post("/api/v1/auth/logout/session");

        // Then
        cleared(answer);
        accepted(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "%00"})
    void garbageIsClearedToo(String garbage) {
        cleared(given().header("Cookie", SessionCookie.NAME + "=" + garbage)
                .header("Origin", ALLOWED)
                .post("/api/v1/auth/logout/session"));
    }

    @Test
    void withoutASessionThereIsNothingToDo() {
        cleared(given().post("/api/v1/auth/logout/session"));
    }

    @Test
    void theSessionOfSomebodyDeactivatedEndsForGood() {
        // Given
        Person ada = Person.unknown();
        String token = ada.registered();
        status(ada, "INACTIVE");

        // When
        cleared(given().cookie(SessionCookie.NAME, token)
                .header("Origin", ALLOWED)
                .post("/api/v1/auth/logout/session"));

        // Then
        status(ada, "ACTIVE");
        refused(token);
    }

    @Test
    void whoIsInByTheCookieIsToldSo() {
        given().cookie(SessionCookie.NAME, Person.unknown().registered())
                .get("/api/v1/auth/me")
                .then()
                .statusCode(200)
                .body("authType", is("session"));
    }

    @Test
    void whatHasRunOutIsForgottenAndToldOn() {
        // Given
        Person ada = Person.unknown();
        logout(ada.registered());
        long version = user(ada).version();
        Date past = Date.from(Instant.now().minusSeconds(1));
        mongo.getDatabase("auth")
                .getCollection("users")
                .updateOne(Filters.eq("email", ada.email()), Updates.set("endedTokens.0.expiresAt", past));

        // When
        AtOnce.run(3, () -> {
            forgetting.forget();
            return true;
        });

        // Then
        assertThat(user(ada).tokens().ended()).isEmpty();
        assertThat(user(ada).version()).isEqualTo(version + 1);
    }

    @Test
    void anEndedTokenIsRememberedForAsLongAsItWouldBeAcceptedByAClockBehindOurs() {
        // Given
        Person ada = Person.unknown();
        Instant registered = Instant.now();

        // When
        logout(ada.registered());

        // Then
        assertThat(user(ada).tokens().ended().getFirst().expiresAt())
                .isAfter(registered
                        .plus(Duration.ofDays(7))
                        .plus(TokenTimes.LEEWAY.multipliedBy(2))
                        .minusSeconds(2));
    }

    private void status(Person person, String status) {
        mongo.getDatabase("auth")
                .getCollection("users")
                .updateOne(Filters.eq("email", person.email()), new Document("$set", new Document("status", status)));
    }

    private User user(Person person) {
        return users.findByEmail(person.email()).orElseThrow();
    }

    private static Response logout(String token) {
        return given().auth().oauth2(token).post("/api/v1/auth/logout");
    }

    private static void cleared(Response answer) {
        answer.then().statusCode(200).body("success", is(true));
        Cookie cookie = answer.detailedCookie(SessionCookie.NAME);
        assertThat(cookie.getValue()).isEmpty();
        assertThat(cookie.getMaxAge()).isZero();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.isSecured()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
    }

    private static void accepted(String token) {
        Person.get(token, "/api/v1/auth/me").then().statusCode(200).body("authType", is("jwt"));
    }

    private static void refused(String token) {
        Person.get(token, "/api/v1/auth/me").then().statusCode(401);
        Person.get(token, "/api/v1/onboarding/check").then().statusCode(401);
    }
}
