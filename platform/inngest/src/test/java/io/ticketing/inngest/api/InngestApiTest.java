package io.ticketing.inngest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.ticketing.inngest.settings.InngestSettings;
import io.ticketing.inngest.settings.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is fetched of a run that is too large for a call, and what something in between may answer instead. */
class InngestApiTest {

    private HttpServer server;
    private volatile String answer = "";

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v0/runs/01A/", exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void eventsAreAnArrayAndWhatIsRememberedAnObject() {
        answer = "[{\"name\":\"a\"}]";
        assertThat(api().batch("01A")).hasSize(1);
        answer = "{\"hash\":{\"data\":1}}";
        assertThat(api().actions("01A")).hasSize(1);
        answer = "{}";
        assertThat(api().actions("01A")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "<html>Good day</html>", "null", "\"text\""})
    void whatIsNeitherIsNotTakenForNothingRemembered(String other) {
        answer = other;

        assertThatThrownBy(() -> api().batch("01A")).isInstanceOf(ApiFailedException.class);
        assertThatThrownBy(() -> api().actions("01A")).isInstanceOf(ApiFailedException.class);
    }

    private InngestApi api() {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        InngestSettings settings = new InngestSettings(
                true,
                "app",
                Mode.DEV,
                null,
                List.of(),
                null,
                base,
                base,
                "/",
                URI.create("http://app.test/api/inngest"),
                1,
                Duration.ofSeconds(5),
                Duration.ofMillis(50));
        return new InngestApi(settings, new ServerWire(settings));
    }
}
