package io.ticketing.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.Method;
import io.ticketing.e2e.people.Answer;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers that protect browsers, and who may call from one. */
@PlayedIn(World.OFFLINE)
class HeadersTest {
    private static final String TICKETS = "/api/v1/tickets/get-all-tickets";

    private final Scene scene;
    private final Person student;

    HeadersTest(Scene scene) {
        this.scene = scene;
        this.student = scene.casting().student();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/openapi", TICKETS, "/api/v1/nothing", "/.well-known/jwks.json"})
    void everyAnswerCarriesTheHeadersThatProtectBrowsers(String path) {
        Answer answer = scene.api().send(Method.GET, path, Map.of("Authorization", "Bearer " + student.token()));

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Strict-Transport-Security")).contains("max-age=");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(answer.header("X-Request-Id")).isNotBlank();
        assertThat(answer.headers().asList())
                .extracting(header -> header.getName().toLowerCase(Locale.ROOT))
                .doesNotContain("server", "x-powered-by");
    }

    @Test
    void theWebClientMayCallFromABrowser() {
        Answer answer = scene.api()
                .send(
                        Method.GET,
                        TICKETS,
                        Map.of("Origin", Scene.CLIENT_URL, "Authorization", "Bearer " + student.token()))
                .expect(200);

        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(Scene.CLIENT_URL);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    }

    @Test
    void theWebClientMayAskBeforehandWithoutAToken() {
        Answer preflight = preflight(Scene.CLIENT_URL);

        assertThat(preflight.status()).isIn(200, 204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(Scene.CLIENT_URL);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(preflight.header("Access-Control-Allow-Headers")).containsIgnoringCase("authorization");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://elsewhere.test",
                "http://client.test:5173.elsewhere.test",
                "https://client.test:5173",
                "null"
            })
    void nobodyElseMayCallFromABrowser(String origin) {
        Answer answer = scene.api()
                .send(Method.GET, TICKETS, Map.of("Origin", origin, "Authorization", "Bearer " + student.token()));

        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(preflight(origin).header("Access-Control-Allow-Origin")).isNull();
    }

    private Answer preflight(String origin) {
        return scene.api()
                .send(
                        Method.OPTIONS,
                        "/api/v1/tickets/create-ticket",
                        Map.of(
                                "Origin", origin,
                                "Access-Control-Request-Method", "POST",
                                "Access-Control-Request-Headers", "authorization,content-type"));
    }
}
