package io.ticketing.web.caller;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.specification.RequestSpecification;
import io.ticketing.testing.token.TestTokens;
import io.ticketing.web.WebTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WebTest
class SessionCookieTest {

    private final String user = UUID.randomUUID().toString();

    @Test
    void withoutACookieNobodyIsSignedIn() {
        given().header("Origin", "https://tickets.example.org")
                .post("/probe/act")
                .then()
                .statusCode(401);
    }

    @Test
    void theCookieLetsARequestInThatChangesNothing() {
        withSession().get("/probe/me").then().statusCode(200).body("data.userId", equalTo(user));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tickets.example.org",
                "https://tickets.example.org/",
                "HTTPS://Tickets.Example.ORG",
                "http://localhost:5173"
            })
    void fromAnAllowedOriginItMayChangeThings(String origin) {
        withSession()
                .header("Origin", origin)
                .post("/probe/act")
                .then()
                .statusCode(200)
                .body("data", equalTo(true));
    }

    @Test
    void withoutAnOriginItMayNot() {
        withSession().post("/probe/act").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://tickets.example.org.evil.example",
                "http://tickets.example.org",
                "https://tickets.example.org:8443",
                "http://localhost:51730",
                "null",
                ""
            })
    void norFromAForeignOne(String origin) {
        withSession().header("Origin", origin).post("/probe/act").then().statusCode(401);
    }

    @Test
    void aTokenOfTheRequestsOwnWinsOverTheCookie() {
        // Given
        String other = UUID.randomUUID().toString();

        // When
        var answer =
                withSession().header("Authorization", "Bearer " + token(other)).get("/probe/me");

        // Then
        answer.then().statusCode(200).body("data.userId", equalTo(other));
    }

    @Test
    void norDoesTheCookieHelpABadToken() {
        withSession()
                .header("Authorization", "Bearer x")
                .get("/probe/me")
                .then()
                .statusCode(401);
    }

    @Test
    void whoComesWithATokenComesWithoutASession() {
        given().header("Authorization", "Bearer " + token(user))
                .post("/probe/act")
                .then()
                .statusCode(200)
                .body("data", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "%00", "Bearer a.b.c", "{}"})
    void garbageInTheCookieIsNoSession(String garbage) {
        given().header("Cookie", SessionCookie.NAME + "=" + garbage)
                .get("/probe/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    private RequestSpecification withSession() {
        return given().cookie(SessionCookie.NAME, token(user));
    }

    private static String token(String user) {
        return TestTokens.forUser(user, "ada@example.org", "student", true)
                .claim("ver", 1)
                .sign();
    }
}
