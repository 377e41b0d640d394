package io.ticketing.e2e.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.Method;
import io.ticketing.e2e.people.Answer;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway does not publish does not exist. */
@PlayedIn(World.OFFLINE)
class UnknownPathTest {
    private final Scene scene;
    private final Person admin;

    UnknownPathTest(Scene scene) {
        this.scene = scene;
        this.admin = scene.casting().admin();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health", "/q/health/ready", "/q/metrics", "/q/openapi", "/api/inngest", "/api/v1/q/health",
                        "/api/v1/nothing",
                "/api/v1", "/api/v2/tickets/get-all-tickets", "/stats", "/config_dump", "/.env", "/.git/config",
                        "/index.html",
                "/docs/../q/health", "/docs/nothing.js"
            })
    void itIsNotThere(String path) {
        Problems.assertProblem(call(Method.GET, path), 404);
        Problems.assertProblem(call(Method.POST, path), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/tickets/%2e%2e/%2e%2e/q/health",
                "/api/v1/tickets/..%2f..%2fq/health",
                "/api/v1/tickets;/q/health",
                "//q//health"
            })
    void noDetourLeadsThere(String path) {
        Answer answer = call(Method.GET, path);

        assertThat(answer.status()).isIn(400, 404);
        Problems.assertProblem(answer, answer.status());
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/auth/register",
        "PUT, /api/v1/tickets/create-ticket",
        "POST, /api/v1/tickets/get-all-tickets",
        "GET, /api/v1/tickets/nothing",
        "GET, /api/v1/auth/nothing"
    })
    void aKnownPathWithTheWrongVerbIsAProblemToo(Method method, String path) {
        Answer answer = call(method, path);

        assertThat(answer.status()).isIn(404, 405);
        Problems.assertProblem(answer, answer.status());
    }

    /** RFC 9110, 15.5.6; for anyone's routes too, without a token. */
    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/auth/register, 'OPTIONS, POST'",
        "POST, /api/v1/auth/google, 'GET, HEAD, OPTIONS'",
        "PATCH, /.well-known/jwks.json, 'GET, HEAD, OPTIONS'",
        "DELETE, /openapi, 'GET, HEAD'",
        "POST, /docs, 'GET, HEAD'"
    })
    void aRefusedVerbComesWithThoseThatAreNot(Method method, String path, String allowed) {
        Answer answer = scene.api().send(method, path, Map.of());

        Problems.assertProblem(answer, 405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/tickets/create-ticket, 'OPTIONS, POST'",
        "/api/v1/tickets/get-all-tickets, 'GET, HEAD, OPTIONS'",
        "/api/v1/auth/me, 'GET, HEAD, OPTIONS'"
    })
    void aServiceTellsTheVerbsOfAnAddress(String path, String allowed) {
        Answer told = call(Method.OPTIONS, path);

        assertThat(told.status()).isEqualTo(204);
        assertThat(told.header("Allow")).isEqualTo(allowed);
        assertThat(call(Method.PUT, path).header("Allow")).isEqualTo(allowed);
    }

    private Answer call(Method method, String path) {
        return scene.api().send(method, path, Map.of("Authorization", "Bearer " + admin.token()));
    }
}
