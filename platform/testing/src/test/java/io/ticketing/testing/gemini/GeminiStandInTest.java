package io.ticketing.testing.gemini;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeminiStandInTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GeminiStandIn gemini = GeminiStandIn.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void end() {
        gemini.close();
        client.close();
    }

    @Test
    void itReadsTheTicketAndAnswersAFittingAnalysis() throws Exception {
        JsonNode answer = JSON.readTree(ask("Skills: python. <ticket>React page is down in production</ticket>")
                .body());

        JsonNode analysis = JSON.readTree(said(answer));
        assertThat(analysis.path("priority").asText()).isEqualTo("high");
        assertThat(analysis.path("relatedSkills").toString()).isEqualTo("[\"react\"]");
        assertThat(answer.at("/candidates/0/finishReason").asText()).isEqualTo("STOP");
        assertThat(answer.path("modelVersion").asText()).isEqualTo("gemini-2.5-flash");
        assertThat(answer.at("/usageMetadata/totalTokenCount").asInt()).isPositive();
    }

    @Test
    void aShareOfTheCallsGoesWrongAndTheSameOnesWithTheSameSeed() throws Exception {
        gemini.faulty(7, 0.3, GeminiMood.HTTP_503, GeminiMood.RATE_LIMITED);
        List<Integer> first = statusesOf(200);
        gemini.reset();
        gemini.faulty(7, 0.3, GeminiMood.HTTP_503, GeminiMood.RATE_LIMITED);

        assertThat(first)
                .containsOnly(200, 503, 429)
                .filteredOn(status -> status != 200)
                .hasSizeBetween(40, 80);
        assertThat(statusesOf(200)).isEqualTo(first);
        gemini.reset();
        assertThat(statusesOf(20)).containsOnly(200);
    }

    @Test
    void theCallsAreKeptForAssertions() throws Exception {
        ask("hello");

        assertThat(gemini.calls()).singleElement().satisfies(call -> {
            assertThat(call.prompt()).isEqualTo("hello");
            assertThat(call.systemInstruction()).isEqualTo("be brief");
            assertThat(call.asksForJson()).isTrue();
            assertThat(call.schema().path("type").asText()).isEqualTo("OBJECT");
        });
    }

    @Test
    void aWrongKeyIsRefusedAsGoogleDoes() throws Exception {
        HttpResponse<String> answer = client.send(
                request("hello").setHeader("X-goog-api-key", "wrong").build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).at("/error/status").asText()).isEqualTo("INVALID_ARGUMENT");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP_400,400,INVALID_ARGUMENT",
        "HTTP_401,401,UNAUTHENTICATED",
        "HTTP_403,403,PERMISSION_DENIED",
        "HTTP_404,404,NOT_FOUND",
        "HTTP_500,500,INTERNAL",
        "HTTP_503,503,UNAVAILABLE",
        "RATE_LIMITED,429,RESOURCE_EXHAUSTED"
    })
    void aPlannedFailureIsFollowedByHealth(GeminiMood mood, int code, String status) throws Exception {
        gemini.next(mood);

        HttpResponse<String> failed = ask("hello");
        HttpResponse<String> healthy = ask("hello");

        assertThat(failed.statusCode()).isEqualTo(code);
        assertThat(JSON.readTree(failed.body()).at("/error/status").asText()).isEqualTo(status);
        assertThat(failed.headers().firstValue("Retry-After").isPresent()).isEqualTo(code == 429);
        assertThat(healthy.statusCode()).isEqualTo(200);
        assertThat(gemini.callCount()).isEqualTo(2);
    }

    @Test
    void itTalksNonsenseInManyWays() throws Exception {
        gemini.next(GeminiMood.PROSE, GeminiMood.CUT_JSON, GeminiMood.BROKEN_SCHEMA, GeminiMood.OFF_LIST);
        gemini.next(GeminiMood.EMPTY, GeminiMood.SAFETY_BLOCK, GeminiMood.TOO_LARGE);

        assertThatThrownBy(() -> JSON.readTree(said())).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> JSON.readTree(said())).isInstanceOf(JsonProcessingException.class);
        assertThat(JSON.readTree(said()).has("priority")).isFalse();
        assertThat(JSON.readTree(said()).path("relatedSkills")).hasSize(500);
        assertThat(JSON.readTree(ask("hello").body()).path("candidates")).isEmpty();
        assertThat(JSON.readTree(ask("hello").body())
                        .at("/promptFeedback/blockReason")
                        .asText())
                .isEqualTo("SAFETY");
        assertThat(ask("hello").body()).hasSizeGreaterThan(16_000_000);
    }

    @Test
    void oneModelMayBeInAMoodOfItsOwn() throws Exception {
        gemini.mood("gemini-2.5-flash", GeminiMood.HTTP_503);
        assertThat(ask("hello").statusCode()).isEqualTo(503);

        gemini.mood("gemini-2.5-flash", GeminiMood.HEALTHY);
        gemini.mood("another", GeminiMood.HTTP_503);
        assertThat(ask("hello").statusCode()).isEqualTo(200);
    }

    @Test
    void itSaysWhatItIsTold() throws Exception {
        gemini.nextSays("{\"priority\":\"low\"}");

        assertThat(said()).isEqualTo("{\"priority\":\"low\"}");
    }

    @Test
    void itIsDownSilentOrSlowAndComesBack() throws Exception {
        gemini.mood(GeminiMood.DOWN);
        assertThatThrownBy(() -> ask("hello")).isInstanceOf(ConnectException.class);

        gemini.mood(GeminiMood.SILENT);
        HttpRequest hasty = request("hello").timeout(Duration.ofMillis(200)).build();
        assertThatThrownBy(() -> client.send(hasty, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);

        gemini.slow(Duration.ofMillis(300));
        long before = System.nanoTime();
        assertThat(ask("hello").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(300));

        gemini.reset();
        gemini.next(GeminiMood.DOWN);
        assertThatThrownBy(() -> ask("hello")).isInstanceOf(IOException.class);
        assertThat(ask("hello").statusCode()).isEqualTo(200);
    }

    @Test
    void itHoldsItsCallersUntilItLetsThemGo() {
        gemini.hold();
        CompletableFuture<HttpResponse<String>> first =
                client.sendAsync(request("hello").build(), HttpResponse.BodyHandlers.ofString());
        CompletableFuture<HttpResponse<String>> second =
                client.sendAsync(request("hello").build(), HttpResponse.BodyHandlers.ofString());
        eventually(() -> assertThat(gemini.underWay()).isEqualTo(2));

        gemini.letGo();

        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(second.join().statusCode()).isEqualTo(200);
        eventually(() -> assertThat(gemini.underWay()).isZero());
    }

    @Test
    void itTricklesUntilItsMoodEnds() throws Exception {
        gemini.mood(GeminiMood.TRICKLING);
        HttpResponse<InputStream> answer =
                client.send(request("hello").build(), HttpResponse.BodyHandlers.ofInputStream());

        try (InputStream body = answer.body()) {
            assertThat(body.read()).isEqualTo('{');
            assertThat(body.available()).isLessThan(5);
            gemini.reset();
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    private List<Integer> statusesOf(int calls) throws IOException, InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        for (int number = 0; number < calls; number++) {
            statuses.add(ask("hello " + number).statusCode());
        }
        return statuses;
    }

    private String said() throws IOException, InterruptedException {
        return said(JSON.readTree(ask("hello").body()));
    }

    private static String said(JsonNode answer) {
        return answer.at("/candidates/0/content/parts/0/text").asText();
    }

    private HttpResponse<String> ask(String prompt) throws IOException, InterruptedException {
        return client.send(request(prompt).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String prompt) {
        return HttpRequest.newBuilder(URI.create(gemini.baseUrl() + "/models/gemini-2.5-flash:generateContent"))
                .header("X-goog-api-key", GeminiStandIn.API_KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"contents":[{"role":"user","parts":[{"text":"%s"}]}],
                         "systemInstruction":{"parts":[{"text":"be brief"}]},
                         "generationConfig":{"responseMimeType":"application/json","responseSchema":{"type":"OBJECT"}}}
                        """.formatted(prompt)));
    }
}
