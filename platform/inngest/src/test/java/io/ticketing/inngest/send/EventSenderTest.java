package io.ticketing.inngest.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.ticketing.inngest.Event;
import io.ticketing.inngest.InngestJson;
import io.ticketing.inngest.SendFailedException;
import io.ticketing.inngest.api.ServerWire;
import io.ticketing.inngest.settings.InngestSettings;
import io.ticketing.inngest.settings.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the server does, the caller learns whether to try again, and the key is not told. */
class EventSenderTest {

    private static final String KEY = "a-secret/key";

    private final Event event = Event.of("ticket/created", InngestJson.object()).withId("evt-1");
    private HttpServer server;
    private volatile int status = 200;
    private volatile String body = "{\"ids\":[\"01A\"],\"status\":200}";
    private volatile String asked = "";

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked = exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anEventIsPostedUnderTheKey() {
        assertThat(sender(KEY).send(event)).containsExactly("01A");

        assertThat(asked).isEqualTo("/e/a-secret%2Fkey [{\"id\":\"evt-1\",\"name\":\"ticket/created\",\"data\":{}}]");
        assertThat(sender(KEY).send()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 413})
    void whatIsRefusedIsRefusedForGood(int refusal) {
        status = refusal;
        body = "{\"error\":\"no key a-secret/key\"}";

        assertThatThrownBy(() -> sender(KEY).send(event))
                .isInstanceOf(SendFailedException.Refused.class)
                .hasMessageContaining(Integer.toString(refusal))
                .hasMessageNotContaining(KEY);
    }

    @ParameterizedTest
    @CsvSource({"500, {}", "503, away", "429, {}", "302, {}", "200, <html>", "200, {}"})
    void whatWasNotTakenMayBeTakenLater(int answer, String said) {
        status = answer;
        body = said;

        assertThatThrownBy(() -> sender(KEY).send(event)).isInstanceOf(SendFailedException.Unavailable.class);
    }

    @Test
    void aServerThatIsAwayIsNotNamed() {
        server.stop(0);

        assertThatThrownBy(() -> sender(KEY).send(event))
                .isInstanceOf(SendFailedException.Unavailable.class)
                .hasNoCause()
                .hasMessage("The Inngest server is away: ConnectException");
    }

    @Test
    void withoutAKeyNothingIsSent() {
        assertThatThrownBy(() -> sender(null).send(event)).isInstanceOf(SendFailedException.Refused.class);
        assertThat(asked).isEmpty();
    }

    private EventSender sender(@Nullable String key) {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        InngestSettings settings = new InngestSettings(
                true,
                "app",
                Mode.CLOUD,
                key,
                List.of(),
                null,
                base,
                base,
                "/",
                null,
                1,
                Duration.ofSeconds(5),
                Duration.ofSeconds(1));
        return new EventSender(settings, new ServerWire(settings));
    }
}
