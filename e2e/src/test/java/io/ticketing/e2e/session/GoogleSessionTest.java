package io.ticketing.e2e.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.Method;
import io.ticketing.e2e.input.Problems;
import io.ticketing.e2e.people.Casting;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import io.ticketing.testing.Eventually;
import io.ticketing.testing.oidc.Answer;
import io.ticketing.testing.oidc.Browser;
import io.ticketing.testing.oidc.OidcAccount;
import io.ticketing.testing.oidc.OidcDance;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who come in through Google, by the gateway, with a browser. */
@PlayedIn(World.IDENTITY)
class GoogleSessionTest {
    private static final String SESSION = "ticketing_session";
    private static final String ME = "/api/v1/auth/me";
    private static final String ACCOUNT = "/api/v1/auth/update-account";
    private static final String LOGOUT = "/api/v1/auth/logout/session";
    private static final Pattern CODE = Pattern.compile("code=([^&]+)");

    private final Scene scene;
    private final String gateway;

    GoogleSessionTest(Scene scene) {
        this.scene = scene;
        this.gateway = scene.stack().address("GATEWAY_URL");
        scene.secrets().keep(scene.google().clientSecret());
    }

    @Test
    void whoeverSignsInWithGoogleHasASession() {
        // Given
        Browser browser = new Browser();
        OidcAccount account = account();

        // When
        Answer back = comesBack(browser, account);

        // Then
        assertThat(back.status()).isEqualTo(302);
        assertThat(back.location()).hasToString(Scene.CLIENT_URL + "/tickets?auth=success");
        assertThat(back.cookies())
                .filteredOn(cookie -> cookie.startsWith(SESSION + "="))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.split("; *"))
                        .extracting(String::toLowerCase)
                        .contains("httponly", "secure", "samesite=lax", "path=/"));
        JsonNode me =
                call(Method.GET, ME, null, session(browser), null).expect(200).json();
        assertThat(me.path("authType").asText()).isEqualTo("session");
        assertThat(me.path("user").path("email").asText()).isEqualTo(account.email());
    }

    @Test
    void whoeverComesAgainIsTheSamePerson() {
        // Given
        OidcAccount account = account();
        String id = idOf(signedIn(account));

        // When
        String later = idOf(signedIn(account));

        // Then
        assertThat(later).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "http://elsewhere.test", "http://client.test:5173.elsewhere.test"})
    void aCookieChangesNothingForPagesFromElsewhere(String origin) {
        // Given
        String session = session(signedIn(account()));

        // When
        var refused = call(Method.POST, ACCOUNT, Map.of("bio", "changed"), session, origin.isEmpty() ? null : origin);

        // Then
        Problems.assertProblem(refused, 401);
        assertThat(call(Method.GET, ME, null, session, null)
                        .expect(200)
                        .json()
                        .path("user")
                        .path("bio")
                        .asText())
                .isNotEqualTo("changed");
    }

    @Test
    void theWebClientWorksWithTheCookie() {
        // Given
        String session = session(signedIn(account()));

        // When
        call(Method.POST, ACCOUNT, Map.of("bio", "changed"), session, Scene.CLIENT_URL)
                .expect(200);

        // Then
        assertThat(call(Method.GET, ME, null, session, null)
                        .expect(200)
                        .json()
                        .path("user")
                        .path("bio")
                        .asText())
                .isEqualTo("changed");
    }

    @Test
    void whoeverLeavesHasNoSessionAnyMore() {
        // Given
        String session = session(signedIn(account()));

        // When
        var left = call(Method.POST, LOGOUT, null, session, Scene.CLIENT_URL).expect(200);

        // Then
        assertThat(left.headers().getValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(SESSION + "="))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).containsIgnoringCase("max-age=0"));
        Eventually.eventually(() -> {
            Problems.assertProblem(call(Method.GET, ME, null, session, null), 401);
            Problems.assertProblem(scene.api().get("/tickets/get-all-tickets", session), 401);
        });
        call(Method.POST, LOGOUT, null, session, Scene.CLIENT_URL).expect(200);
    }

    @Test
    void aPageFromElsewhereEndsNoSession() {
        // Given
        String session = session(signedIn(account()));

        // When
        call(Method.POST, LOGOUT, null, session, "http://elsewhere.test");

        // Then
        call(Method.GET, ME, null, session, null).expect(200);
    }

    @Test
    void whoeverDeclinesIsSentBackWithoutASession() {
        // Given
        Browser browser = new Browser();

        // When
        Answer back = dance(browser).decline();

        // Then
        assertThat(back.status()).isEqualTo(302);
        assertThat(back.location()).hasToString(Scene.CLIENT_URL + "/login?error=oauth_failed");
        assertThat(browser.cookie(SESSION)).isEmpty();
    }

    private OidcAccount account() {
        return scene.google().account(OidcAccount.of(scene.secrets().keep("g" + Casting.unique() + "@people.test")));
    }

    private Browser signedIn(OidcAccount account) {
        Browser browser = new Browser();
        assertThat(comesBack(browser, account).location()).hasToString(Scene.CLIENT_URL + "/tickets?auth=success");
        return browser;
    }

    /** Signs in; answers what the gateway says at last. */
    private Answer comesBack(Browser browser, OidcAccount account) {
        OidcDance dance = dance(browser);
        URI callback = dance.logIn(dance.begin(), account);
        CODE.matcher(callback.getQuery()).results().forEach(code -> scene.secrets()
                .keep(code.group(1)));
        return browser.get(callback);
    }

    private OidcDance dance(Browser browser) {
        return new OidcDance(browser, URI.create(gateway + "/api/v1/auth/google"));
    }

    private String idOf(Browser browser) {
        return call(Method.GET, ME, null, session(browser), null)
                .expect(200)
                .json()
                .path("user")
                .path("_id")
                .asText();
    }

    private String session(Browser browser) {
        return scene.secrets().keep(browser.cookie(SESSION).orElseThrow());
    }

    private io.ticketing.e2e.people.Answer call(
            Method method, String path, @Nullable Object body, String session, @Nullable String origin) {
        Map<String, String> headers = new HashMap<>(Map.of("Cookie", SESSION + "=" + session));
        if (origin != null) {
            headers.put("Origin", origin);
        }
        return scene.api().send(method, path, body, headers);
    }
}
