package io.ticketing.triage.analysis.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.quarkiverse.langchain4j.jaxrsclient.JaxRsHttpClientBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.analysis.Tables;
import io.ticketing.triage.analysis.TicketText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class CallConnectionTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final GeminiOutcome ANSWERED = new GeminiOutcome.Unreadable();
    private static final ChatRequest REQUEST = new GeminiPrompt(Tables.vocabulary(), "Skills: {skills}")
            .of("a-model", new TicketText("VPN", "It is down.", List.of()), List.of());

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final GeminiCall call = new GeminiCall(new ModelBehindOneConnection());

    CallConnectionTest() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        server.createContext("/", exchange -> answers.remove().to(exchange));
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        call.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aCallThatIsGivenUpLeavesItsConnectionToTheNext() throws Exception {
        answers.add(exchange -> over.await());
        answers.add(exchange -> send(exchange, 200));

        assertThat(make(SHORT)).isEqualTo(new GeminiOutcome.TimedOut());
        assertThat(make(LONG)).isEqualTo(ANSWERED);
    }

    @Test
    void aCallWhoseAnswerIsTooLargeLeavesItsConnectionToTheNext() throws Exception {
        answers.add(exchange -> send(exchange, 200, new byte[3 * 1024 * 1024]));
        answers.add(exchange -> send(exchange, 200));

        assertThat(make(LONG)).isEqualTo(new GeminiOutcome.OffList(AnswerRule.SIZE));
        assertThat(make(LONG)).isEqualTo(ANSWERED);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aCallThatIsToldToWaitLeavesItsConnectionToTheNext(int status) throws Exception {
        answers.add(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "7");
            send(exchange, status);
        });
        answers.add(exchange -> send(exchange, 200));

        assertThat(make(LONG).toldWait()).contains(Duration.ofSeconds(7));
        assertThat(make(LONG)).isEqualTo(ANSWERED);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aDateToWaitForIsUnderstood(int status) throws Exception {
        ZonedDateTime then = ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(10);
        answers.add(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(then));
            send(exchange, status);
        });

        assertThat(make(LONG).toldWait())
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(10)));
    }

    @Test
    void otherFailuresTellNothingOfWaiting() throws Exception {
        answers.add(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "7");
            send(exchange, 500);
        });

        assertThat(make(LONG).toldWait()).isEmpty();
    }

    private GeminiOutcome make(Duration timeout) throws InterruptedException {
        return call.make(REQUEST, timeout, said -> ANSWERED);
    }

    private static void send(HttpExchange exchange, int status) throws IOException {
        send(exchange, status, "{\"error\":{}}".getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** How the server answers one call. */
    @FunctionalInterface
    private interface Answer {
        void with(HttpExchange exchange) throws IOException, InterruptedException;

        default void to(HttpExchange exchange) throws IOException {
            exchange.getRequestBody().readAllBytes();
            try {
                with(exchange);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whatever it is asked, it sends the same over the only connection that it may have. */
    private final class ModelBehindOneConnection implements ChatModel {

        private final HttpClient client = new JaxRsHttpClientBuilder()
                .addClientProvider(new GeminiConnections(1, Clock.systemUTC()))
                .connectTimeout(LONG)
                .readTimeout(LONG)
                .build();

        @Override
        public ChatResponse chat(ChatRequest request) {
            String said = client.execute(HttpRequest.builder()
                            .method(HttpMethod.POST)
                            .url("http://127.0.0.1:" + server.getAddress().getPort() + "/")
                            .addHeader("Content-Type", "application/json")
                            .body("{}")
                            .build())
                    .body();
            return ChatResponse.builder().aiMessage(AiMessage.from(said)).build();
        }
    }
}
