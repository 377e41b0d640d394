package io.ticketing.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Talks to the service under test as any client would, byte by byte. */
public final class Api {

    public static final String CREATE = "/api/v1/tickets/create-ticket";
    public static final String LIST = "/api/v1/tickets/get-all-tickets";
    public static final String GET = "/api/v1/tickets/get-ticket/";
    public static final String STREAM = "/api/v1/tickets/stream";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Api() {}

    public static Answer get(String path, Person caller) {
        return send(request(path).header("Authorization", caller.bearer()).GET());
    }

    public static Answer get(String path, String authorization) {
        return send(request(path).header("Authorization", authorization).GET());
    }

    public static Answer get(String path, Person caller, String header, String value) {
        return send(request(path)
                .header("Authorization", caller.bearer())
                .header(header, value)
                .GET());
    }

    public static Answer get(String path) {
        return send(request(path).GET());
    }

    public static Answer post(String path, Person caller, String body) {
        return post(path, caller, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer post(String path, Person caller, String mediaType, byte[] body) {
        return send(request(path)
                .header("Authorization", caller.bearer())
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Posts JSON with further headers, each a name and its value. */
    public static Answer post(String path, Person caller, String body, String... headers) {
        return send(request(path)
                .header("Authorization", caller.bearer())
                .header("Content-Type", "application/json")
                .headers(headers)
                .POST(BodyPublishers.ofString(body)));
    }

    /** Calls any route with a body of JSON. */
    public static Answer call(String method, String path, Person caller, String body) {
        return send(request(path)
                .header("Authorization", caller.bearer())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    /** Calls any route with more headers; without a body where there is none. */
    public static Answer call(
            String method, String path, Person caller, Map<String, String> headers, Optional<String> body) {
        HttpRequest.Builder request = request(path).header("Authorization", caller.bearer());
        body.ifPresent(json -> request.header("Content-Type", "application/json"));
        headers.forEach(request::setHeader);
        return send(request.method(method, body.map(BodyPublishers::ofString).orElse(BodyPublishers.noBody())));
    }

    /** Opens a ticket, and says its id. */
    public static String open(Person requester, String title) {
        return create(requester, title, "It does not work.", List.of("bug"))
                .data()
                .path("_id")
                .asText();
    }

    public static Answer create(Person requester, String title, String description, List<String> hashtags) {
        JsonNode body = JSON.valueToTree(Map.of("title", title, "description", description, "hashtags", hashtags));
        return post(CREATE, requester, body.toString());
    }

    private static HttpRequest.Builder request(String path) {
        String address = ConfigProvider.getConfig().getValue("test.url", String.class);
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
