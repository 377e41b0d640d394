package io.ticketing.testing.inngest;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The double, against an application that answers what it is told to. */
class InngestServerTest {
    private static final String STEP_ERROR =
            "206 [{\"id\":\"h1\",\"name\":\"s\",\"op\":\"StepError\",\"error\":{\"name\":\"E\",\"message\":\"m\"}}]";
    private static final String STEP_RUN = "206 [{\"id\":\"h1\",\"name\":\"s\",\"op\":\"StepRun\",\"data\":7}]";

    private final InngestServer inngest = InngestServer.start(InngestOptions.signing());
    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final List<JsonNode> calls = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private HttpServer app;

    @BeforeEach
    void anApplicationIsRegistered() throws Exception {
        app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        app.createContext("/", this::answer);
        app.start();
        assertThat(register(Wire.bearer(InngestOptions.SIGNING_KEY)).statusCode())
                .isEqualTo(200);
    }

    @AfterEach
    void end() {
        inngest.close();
        app.stop(0);
        http.shutdownNow();
    }

    @Test
    void whoHasNoKeyIsRefused() throws Exception {
        assertThat(register("Bearer wrong").statusCode()).isEqualTo(401);
        assertThat(post("/e/wrong", "", "{\"name\":\"a\"}").statusCode()).isEqualTo(401);
        assertThat(send("{\"name\":\"\"}").body())
                .isEqualTo("{\"ids\":[\"\"],\"status\":400,\"error\":\"event name is empty\"}");
    }

    @Test
    void aStepIsRememberedAndTheCallIsSigned() throws Exception {
        answers.addAll(List.of(STEP_RUN, "200 \"done\""));

        send("{\"name\":\"a\",\"id\":\"1\",\"data\":{\"k\":\"v\"}}");

        eventually(() -> assertThat(inngest.runs()).singleElement().satisfies(run -> {
            assertThat(run.status()).isEqualTo("COMPLETED");
            assertThat(run.output().asText()).isEqualTo("done");
            assertThat(run.steps()).containsExactly("s");
        }));
        assertThat(calls.getFirst().path("steps")).isEmpty();
        assertThat(calls.getLast().path("steps").toString()).isEqualTo("{\"h1\":{\"data\":7}}");
        assertThat(calls.getLast().at("/ctx/stack/stack").toString()).isEqualTo("[\"h1\"]");
        assertThat(signatures).hasSize(2).allMatch(header -> header.matches("t=\\d+&s=[0-9a-f]{64}"));
    }

    @Test
    void aStepThatFailsToTheLastIsRememberedSo() throws Exception {
        answers.addAll(List.of(STEP_ERROR, STEP_ERROR, STEP_ERROR, "200 null"));

        send("{\"name\":\"a\",\"data\":{\"k\":\"v\"}}");

        eventually(() -> assertThat(calls).hasSize(4));
        assertThat(calls).extracting(call -> call.at("/ctx/attempt").asInt()).containsExactly(0, 1, 2, 0);
        assertThat(calls.getLast().at("/steps/h1/error/name").asText()).isEqualTo("E");
    }

    @Test
    void anEventCausesOneRunAndAKeyToo() throws Exception {
        answers.addAll(List.of("200 1", "200 2", "200 3"));

        send("{\"name\":\"a\",\"id\":\"1\",\"data\":{\"k\":\"v\"}}");
        send("{\"name\":\"a\",\"id\":\"1\",\"data\":{\"k\":\"v\"}}");
        send("{\"name\":\"a\",\"id\":\"2\",\"data\":{\"k\":\"v\"}}");
        send("{\"name\":\"b\",\"id\":\"3\",\"data\":{\"k\":\"w\"}}");
        send("{\"name\":\"a\",\"id\":\"4\",\"data\":{\"k\":\"w\"}}");

        assertThat(inngest.runs()).extracting(InngestRun::eventId).containsExactly("1", "4");
    }

    @Test
    void whileAwayItRefusesAndCallsNobody() throws Exception {
        answers.add("200 1");
        assertThat(post("/faults", "", "{\"away\":true,\"twice\":0,\"lost\":0,\"keepsState\":false}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(send("{\"name\":\"a\",\"data\":{\"k\":\"v\"}}").statusCode()).isEqualTo(503);
        inngest.faults(InngestFaults.NONE);
        assertThat(send("{\"name\":\"a\",\"data\":{\"k\":\"v\"}}").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNoSdkFailsTheRun() throws Exception {
        answers.addAll(List.of("plain", "plain", "plain"));

        send("{\"name\":\"a\",\"data\":{\"k\":\"v\"}}");

        eventually(() -> assertThat(inngest.runs()).singleElement().satisfies(run -> assertThat(run.status())
                .isEqualTo("FAILED")));
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.add(Wire.parse(exchange.getRequestBody().readAllBytes()));
        signatures.add(exchange.getRequestHeaders().getFirst("X-Inngest-Signature"));
        String answer = answers.remove();
        if (answer.equals("plain")) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("x-inngest-sdk", "test:v1");
            exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private HttpResponse<String> register(String authorization) throws Exception {
        return post(
                "/fn/register", authorization, """
                {"appName":"app","functions":[{"id":"app-f","name":"f","triggers":[{"event":"a"}],"idempotency":"event.data.k",
                 "steps":{"step":{"retries":{"attempts":2},"runtime":{"type":"http","url":"http://127.0.0.1:%d/?fnId=app-f"}}}}]}
                """.formatted(app.getAddress().getPort()));
    }

    private HttpResponse<String> send(String event) throws Exception {
        return post("/e/" + InngestOptions.EVENT_KEY, "", event);
    }

    private HttpResponse<String> post(String path, String authorization, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(inngest.baseUrl() + path))
                        .header("Authorization", authorization)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
