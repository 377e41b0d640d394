package io.ticketing.inngest.register;

import static io.ticketing.testing.Eventually.eventually;
import static io.ticketing.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.ticketing.inngest.FunctionConfig;
import io.ticketing.inngest.FunctionContext;
import io.ticketing.inngest.InngestFunction;
import io.ticketing.inngest.api.ApiFailedException;
import io.ticketing.inngest.api.InngestApi;
import io.ticketing.inngest.api.ServerWire;
import io.ticketing.inngest.function.Functions;
import io.ticketing.inngest.settings.InngestSettings;
import io.ticketing.inngest.settings.Mode;
import io.ticketing.inngest.signature.SigningKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is away, and one that knows another key, at the start of the application. */
class RegistrarTest {

    private static final int TAKES_IT = 200;
    private static final int UNAUTHORIZED = 401;
    private static final Duration BACKOFF = Duration.ofMillis(50);
    private static final SigningKey FIRST = key("a");
    private static final SigningKey SECOND = key("b");

    /** What the server was asked with. */
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private HttpServer server;
    private volatile int unwell = TAKES_IT;
    private volatile int refusals = 0;
    private volatile SigningKey known = FIRST;
    private @Nullable Registrar registrar;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/fn/register", exchange -> {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            asked.add(authorization);
            int answer = asked.size() <= refusals ? unwell : TAKES_IT;
            int status = ("Bearer " + known.hashed()).equals(authorization) ? answer : UNAUTHORIZED;
            byte[] body = "{\"modified\":true}".getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        if (registrar != null) {
            registrar.stop(new ShutdownEvent());
        }
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 500, 302, 401})
    void aServerThatIsNotWellIsAskedAgainUntilItTakesThem(int status) {
        unwell = status;
        refusals = 2;

        started(FIRST);

        eventually(() -> assertThat(asked).hasSize(3));
        throughout(Duration.ofMillis(500), () -> assertThat(asked).hasSize(3));
    }

    @Test
    void aServerThatNobodyReachesIsJustAsAwayAndNotNamed() {
        server.stop(0);

        assertThatThrownBy(() -> registrar(FIRST).register(null))
                .isInstanceOf(ApiFailedException.class)
                .hasMessage("The Inngest server is away: ConnectException");
    }

    @Test
    void whoeverStopsAsksNoMore() {
        unwell = 503;
        refusals = Integer.MAX_VALUE;
        Registrar stopping = started(FIRST);
        eventually(() -> assertThat(asked).hasSizeGreaterThanOrEqualTo(2));

        stopping.stop(new ShutdownEvent());

        int last = asked.size() + 1;
        throughout(Duration.ofSeconds(1), () -> assertThat(asked).hasSizeLessThanOrEqualTo(last));
    }

    @Test
    void whereTheServerKnowsTheOtherKeyAlreadyThatOneIsUsedAtOnce() {
        known = SECOND;

        assertThat(registrar(FIRST, SECOND).register(null)).isTrue();

        assertThat(asked).containsExactly("Bearer " + FIRST.hashed(), "Bearer " + SECOND.hashed());
    }

    @Test
    void theOtherKeyIsNotUsedWhereTheFirstIsTaken() {
        assertThat(registrar(FIRST, SECOND).register(null)).isTrue();

        assertThat(asked).containsExactly("Bearer " + FIRST.hashed());
    }

    @Test
    void whereNeitherKeyIsKnownThatIsSaidWithoutThem() {
        known = key("c");

        assertThatThrownBy(() -> registrar(FIRST, SECOND).register(null))
                .isInstanceOf(ApiFailedException.class)
                .hasMessageContaining("401")
                .hasMessageNotContaining(FIRST.hashed())
                .hasMessageNotContaining(SECOND.hashed());
        assertThat(asked).hasSize(2);
    }

    private Registrar started(SigningKey... keys) {
        Registrar starting = registrar(keys);
        registrar = starting;
        starting.start(new StartupEvent());
        return starting;
    }

    private Registrar registrar(SigningKey... keys) {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        InngestSettings settings = new InngestSettings(
                true,
                "app",
                Mode.CLOUD,
                null,
                List.of(keys),
                null,
                base,
                base,
                "/",
                URI.create("http://app.test/api/inngest"),
                1,
                Duration.ofSeconds(5),
                BACKOFF);
        return new Registrar(
                settings,
                new Functions("app", Stream.of(new Weighing())),
                new InngestApi(settings, new ServerWire(settings)));
    }

    private static SigningKey key(String digit) {
        return SigningKey.parse("signkey-test-" + digit.repeat(64)).orElseThrow();
    }

    private static final class Weighing implements InngestFunction {

        @Override
        public FunctionConfig config() {
            return FunctionConfig.function("weigh").onEvent("parcel/sent").build();
        }

        @Override
        public @Nullable Object run(FunctionContext context) {
            return null;
        }
    }
}
