package io.ticketing.auth.google;

import static io.restassured.RestAssured.given;
import static io.ticketing.auth.google.Visitor.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.ticketing.auth.Person;
import io.ticketing.testing.oidc.Answer;
import io.ticketing.testing.oidc.Browser;
import io.ticketing.testing.oidc.OidcAccount;
import io.ticketing.testing.oidc.RealOidcProvider;
import io.ticketing.testing.quarkus.OidcResource;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithOidc;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The way to the provider and back, and what becomes of whoever meddles with it. */
@QuarkusTest
@WithMongo
@WithKafka
@WithOidc
class GoogleFlowTest {

    private final RealOidcProvider provider = OidcResource.provider();
    private final Visitor visitor = new Visitor();

    @Test
    void theWayThereIsGuardedByStateNonceAndAChallenge() {
        // When
        Map<String, String> sent = query(visitor.dance().begin());

        // Then
        assertThat(sent)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", provider.clientId())
                .containsEntry("scope", "openid email profile")
                .containsEntry("redirect_uri", OidcResource.APP_URL + "/api/v1/auth/google/callback")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(query(visitor.dance().begin()))
                .doesNotContainEntry("state", sent.get("state"))
                .doesNotContainEntry("nonce", sent.get("nonce"))
                .doesNotContainEntry("code_challenge", sent.get("code_challenge"));
    }

    @Test
    void whatTheBrowserCarriesIsSealedAndGoesNowhereElse() {
        // When
        Answer answer = visitor.browser().get(URI.create(Visitor.START));

        // Then
        Map<String, String> sent = query(answer.location());
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.cookies())
                .singleElement()
                .asString()
                .contains("Path=/api/v1/auth/google")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("Secure")
                .containsIgnoringCase("SameSite=Lax")
                .doesNotContain(sent.get("nonce"));
    }

    @Test
    void thePersonIsSentBackToTheGatewayWhateverARequestClaims() {
        // When
        String location = given().redirects()
                .follow(false)
                .header("Host", "evil.test")
                .header("X-Forwarded-Host", "evil.test")
                .header("X-Forwarded-Proto", "gopher")
                .header("Forwarded", "host=evil.test")
                .get("/api/v1/auth/google")
                .then()
                .statusCode(302)
                .extract()
                .header("Location");

        // Then
        assertThat(query(URI.create(location)))
                .containsEntry("redirect_uri", OidcResource.APP_URL + "/api/v1/auth/google/callback");
    }

    @Test
    void whoeverDeclinesIsSentToTheLoginPage() {
        assertRefused(visitor.dance().decline());
    }

    @Test
    void aStateThatWasNotGivenOutIsRefused() {
        // Given
        URI back = visitor.dance().logIn(visitor.dance().begin(), Visitor.account());

        // When
        Answer wrong =
                visitor.browser().get(with(back, "state", UUID.randomUUID().toString()));
        Answer none = visitor.browser().get(without(back, "state"));
        Answer twice = visitor.browser().get(URI.create(back + "&state=" + UUID.randomUUID()));

        // Then
        assertRefused(wrong);
        assertRefused(none);
        assertRefused(twice);
    }

    @Test
    void aBrowserThatDidNotBeginGetsNothing() {
        // Given
        URI back = visitor.dance().logIn(visitor.dance().begin(), Visitor.account());

        // When
        Answer answer = new Visitor().browser().get(back);

        // Then
        assertRefused(answer);
    }

    @Test
    void aCodeWorksOnceEvenWithACopyOfTheCookies() {
        // Given
        URI back = visitor.dance().logIn(visitor.dance().begin(), Visitor.account());
        Browser thief = visitor.browser().twin();
        visitor.arrivedIn(back);

        // When
        Answer again = visitor.browser().get(back);
        Answer copied = thief.get(back);

        // Then
        assertRefused(again);
        assertRefused(copied);
    }

    @Test
    void aCodeOfAnotherSignInDoesNotFitTheVerifier() {
        // Given
        URI mine = visitor.dance().logIn(visitor.dance().begin(), Visitor.account());
        Visitor attacker = new Visitor();
        URI his = attacker.dance().logIn(attacker.dance().begin(), Visitor.account());

        // When
        Answer answer = visitor.browser().get(with(mine, "code", query(his).get("code")));

        // Then
        assertRefused(answer);
    }

    @Test
    void aMadeUpCodeIsRefused() {
        // Given
        URI back = visitor.dance().logIn(visitor.dance().begin(), Visitor.account());

        // When
        Answer madeUp = visitor.browser().twin().get(with(back, "code", "made-up"));
        Answer none = visitor.browser().twin().get(without(back, "code"));

        // Then
        assertRefused(madeUp);
        assertRefused(none);
    }

    @Test
    void anIdTokenForAnotherNonceOrForNoneIsRefused() {
        // Given
        OidcAccount ada = Visitor.account();
        URI wrong = visitor.dance().logIn(with(visitor.dance().begin(), "nonce", "another"), ada);
        URI none = visitor.dance().logIn(without(visitor.dance().begin(), "nonce"), ada);

        // When
        Answer ofWrong = visitor.browser().get(wrong);
        Answer ofNone = visitor.browser().get(none);

        // Then
        assertRefused(ofWrong);
        assertRefused(ofNone);
    }

    @Test
    void aForgedStateCookieIsRefused() {
        // Given
        URI back = visitor.dance().logIn(visitor.dance().begin(), Visitor.account());
        String state = query(back).get("state");

        // When
        Answer answer = Visitor.asked(back, "q_auth_google_" + state + "=" + state + "|made-up");

        // Then
        assertRefused(answer);
    }

    @Test
    void aSessionOfTheProvidersKindIsNone() {
        // Given
        String cookie = "q_session_google=made-up";

        // When
        Answer answer = Visitor.asked(URI.create(Visitor.START + "/callback"), cookie);

        // Then
        assertRefused(answer);
        given().header("Cookie", cookie)
                .get("/api/v1/auth/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer");
    }

    @Test
    void whoeverHasASessionSignsInLikeAnybodyElse() {
        // Given
        visitor.signedIn(Visitor.account());
        OidcAccount other = Visitor.account();
        provider.kill();
        provider.restart();

        // When
        String token = visitor.signedIn(other);

        // Then
        assertThat(Person.get(token, "/api/v1/auth/me").<String>path("user.email"))
                .isEqualTo(other.email());
    }

    @Test
    void twoWindowsOfOneBrowserMayBothArrive() {
        // Given
        OidcAccount ada = Visitor.account();
        URI first = visitor.dance().logIn(visitor.dance().begin(), ada);
        URI second = visitor.dance().logIn(visitor.dance().begin(), ada);

        // When
        List<String> tokens = List.of(visitor.arrivedIn(first), visitor.arrivedIn(second));

        // Then
        assertThat(tokens).doesNotHaveDuplicates();
    }

    @Test
    void theRestOfTheApiAsksForATokenAndRedirectsNobody() {
        RestAssured.given()
                .redirects()
                .follow(false)
                .get("/api/v1/auth/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer");
    }

    private static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (one, other) -> one + " " + other));
    }

    private static URI with(URI address, String parameter, String value) {
        return URI.create(address.toString().replaceFirst("([?&]" + parameter + "=)[^&]*", "$1" + value));
    }

    private static URI without(URI address, String parameter) {
        return URI.create(address.toString().replaceFirst("([?&])" + parameter + "=[^&]*&?", "$1"));
    }
}
