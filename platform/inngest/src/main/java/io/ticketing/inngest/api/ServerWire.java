package io.ticketing.inngest.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.ticketing.inngest.InngestJson;
import io.ticketing.inngest.settings.InngestSettings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** HTTP to the server. What it throws never holds the address, which may hold the event key. */
@Singleton
public class ServerWire {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final InngestSettings settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    public ServerWire(InngestSettings settings) {
        this.settings = settings;
    }

    /** Gets. */
    public Reply get(URI address, Map<String, String> headers) {
        return send(HttpRequest.newBuilder(address).GET(), headers);
    }

    /** Posts JSON. */
    public Reply post(URI address, Map<String, String> headers, JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(InngestJson.bytes(body)));
        return send(request, headers);
    }

    private Reply send(HttpRequest.Builder request, Map<String, String> headers) {
        request.timeout(settings.timeout())
                .header(Sdk.HEADER, Sdk.VERSION)
                .header("x-inngest-framework", Sdk.FRAMEWORK);
        Optional.ofNullable(settings.env()).ifPresent(env -> request.header("x-inngest-env", env));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), json(response.body()));
        } catch (IOException away) {
            throw new ApiFailedException(
                    "The Inngest server is away: " + away.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ApiFailedException("Interrupted while the Inngest server was asked");
        }
    }

    private static JsonNode json(byte @Nullable [] body) {
        try {
            return InngestJson.parse(body == null ? new byte[0] : body);
        } catch (IOException none) {
            return MissingNode.getInstance();
        }
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }
}
