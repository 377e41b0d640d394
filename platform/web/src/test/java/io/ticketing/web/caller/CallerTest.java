package io.ticketing.web.caller;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.ticketing.testing.token.TestToken;
import io.ticketing.testing.token.TestTokens;
import io.ticketing.web.WebTest;
import io.ticketing.web.probe.StandingBoard;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@WebTest
class CallerTest {

    private final String user = UUID.randomUUID().toString();

    @Inject
    StandingBoard board;

    @Test
    void whoIsNotKnownIsWhatTheTokenSays() {
        get("me", token("moderator", true, 3))
                .then()
                .statusCode(200)
                .body("data.userId", equalTo(user))
                .body("data.role", equalTo("moderator"))
                .body("data.onboarded", equalTo(true));
    }

    @Test
    void whoWasDemotedIsNoLongerAdmin() {
        board.put(user, new Standing(4, "student", true, true, 1, Set.of()));

        refused(get("admin", token("admin", true, 3)), 403);
    }

    @Test
    void whoWasPromotedIsAdminAtOnce() {
        board.put(user, new Standing(4, "admin", true, true, 1, Set.of()));

        get("admin", token("student", true, 3)).then().statusCode(200);
    }

    @Test
    void aFreshTokenDoesNotLoseToAStandingThatLagsBehind() {
        board.put(user, new Standing(3, "student", true, false, 1, Set.of()));

        get("onboarded", token("moderator", true, 4)).then().statusCode(200).body("data.role", equalTo("moderator"));
    }

    @Test
    void whoIsDeactivatedIsForbiddenEverything() {
        board.put(user, new Standing(4, "admin", false, true, 1, Set.of()));

        refused(get("me", token("admin", true, 3)), 403);
    }

    @Test
    void aTokenThatWasEndedIsNotAccepted() {
        board.put(user, new Standing(4, "admin", true, true, 1, Set.of("ended")));

        unauthorized(get("me", token("admin", true, 3).tokenId("ended")));
        get("me", token("admin", true, 3)).then().statusCode(200);
    }

    @Test
    void tokensFromBeforeAPasswordChangeAreNotAccepted() {
        board.put(user, new Standing(4, "admin", true, true, 4, Set.of()));

        unauthorized(get("me", token("admin", true, 3)));
        get("me", token("admin", true, 4)).then().statusCode(200);
    }

    @Test
    void whoIsNotOnboardedIsToldWhereToGo() {
        refused(get("onboarded", token("student", false, 1)), 403).then().body("data.next", equalTo("/onboarding"));
    }

    @Test
    void withoutTheRoleItIsForbidden() {
        refused(get("admin", token("moderator", true, 1)), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/me", "/probe/admin", "/probe/onboarded"})
    void withoutATokenItIsUnauthorized(String path) {
        unauthorized(given().get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Basic YTpi", "Bearer 🔒"})
    void whatIsNoTokenIsUnauthorized(String header) {
        unauthorized(given().header("Authorization", header).get("/probe/me"));
    }

    @ParameterizedTest
    @MethodSource("spoiled")
    void aSpoiledTokenIsUnauthorized(TestToken token) {
        unauthorized(get("me", token));
    }

    @Test
    void aClockThatIsALittleAheadMakesNoForgery() {
        get("me", token("student", true, 1).issuedAt(Instant.now().plusSeconds(3)))
                .then()
                .statusCode(200);
    }

    static Stream<TestToken> spoiled() {
        return Stream.<UnaryOperator<TestToken>>of(
                        TestToken::signedByAStranger,
                        TestToken::unsigned,
                        TestToken::signedWithThePublicKeyAsSecret,
                        token -> token.keyId("unknown"),
                        token -> token.issuer("somebody"),
                        token -> token.audience("something"),
                        token -> token.expiresAt(Instant.now().minusSeconds(10)),
                        token -> token.issuedAt(Instant.now().plusSeconds(120)),
                        token -> token.claim(
                                "nbf", Instant.now().plusSeconds(120).getEpochSecond()),
                        token -> token.header("typ", "at+jwt"),
                        token -> token.header("typ", 7),
                        token -> token.withoutHeader("typ"),
                        token -> token.withoutHeader("kid"),
                        token -> token.without("iat"),
                        token -> token.without("exp"),
                        token -> token.without("sub"),
                        token -> token.without("jti"),
                        token -> token.without("ver"),
                        token -> token.without("groups"),
                        token -> token.without("onboarded"),
                        token -> token.claim("onboarded", "true"),
                        token -> token.claim("ver", "1"),
                        token -> token.claim("ver", 1.5),
                        token -> token.claim("ver", new BigInteger("9".repeat(30))),
                        token -> token.claim("exp", Long.MAX_VALUE),
                        token -> token.claim("sub", List.of("somebody")),
                        token -> token.claim("jti", 7),
                        token -> token.claim("groups", "admin"),
                        token -> token.claim("groups", List.of(7)),
                        token -> token.claim("iat", "now"),
                        token -> token.claim("groups", List.of("admin", "student")))
                .map(spoil -> spoil.apply(TestTokens.forUser("somebody", "a@example.org", "admin", true)
                        .claim("ver", 1)));
    }

    private TestToken token(String role, boolean onboarded, long version) {
        return TestTokens.forUser(user, "ada@example.org", role, onboarded).claim("ver", version);
    }

    private static Response get(String path, TestToken token) {
        return given().header("Authorization", token.bearer()).get("/probe/" + path);
    }

    private static void unauthorized(Response answer) {
        refused(answer, 401).then().header("WWW-Authenticate", "Bearer");
    }

    private static Response refused(Response answer, int status) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("statusCode", equalTo(status))
                .body("success", equalTo(false));
        return answer;
    }
}
