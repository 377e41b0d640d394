package io.ticketing.triage.analysis.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import io.quarkiverse.langchain4j.jaxrsclient.JaxRsHttpClientBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class ChunkedAnswerTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int LENGTH_UNTOLD = 0;

    private final HttpServer server;

    ChunkedAnswerTest() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> answer(exchange, 3 * 1024 * 1024));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aLargeAnswerIsRefusedThoughNothingToldItsLength() {
        HttpClient client = new JaxRsHttpClientBuilder()
                .addClientProvider(new AnswerFilter(Clock.systemUTC()))
                .connectTimeout(TIMEOUT)
                .readTimeout(TIMEOUT)
                .build();
        HttpRequest request = HttpRequest.builder()
                .method(HttpMethod.POST)
                .url("http://127.0.0.1:" + server.getAddress().getPort() + "/")
                .addHeader("Content-Type", "application/json")
                .body("{}")
                .build();

        Throwable failure = catchThrowable(() -> client.execute(request));

        assertThat(failure).isNotNull();
        assertThat(GeminiFailures.outcome(failure)).isEqualTo(new GeminiOutcome.OffList(AnswerRule.SIZE));
    }

    private static void answer(HttpExchange exchange, int length) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, LENGTH_UNTOLD);
            exchange.getResponseBody().write(new byte[length]);
        }
    }
}
