package io.ticketing.testing.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Somebody's browser: it keeps cookies, and makes one request at a time, so that a test may meddle with each. */
public final class Browser {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CookieJar cookies = new CookieJar();
    private final Map<String, Supplier<String>> served = new ConcurrentHashMap<>();

    /** What is asked of {@code origin} is answered by {@code server}, as by a gateway of that name; both like {@code http://host:port}. The server is asked for with each request. */
    public Browser reaching(String origin, Supplier<String> server) {
        served.put(origin, server);
        return this;
    }

    /** Another browser with the cookies that this one has now, as whoever copied them would have. */
    public Browser twin() {
        Browser twin = new Browser();
        twin.served.putAll(served);
        twin.cookies.takeAll(cookies);
        return twin;
    }

    /** Keeps a cookie, as if {@code address} had set it with this header. */
    public Browser holding(URI address, String cookie) {
        cookies.take(address, List.of(cookie));
        return this;
    }

    /** Asks for a page. */
    public Answer get(URI address) {
        return send(address, request(address).GET());
    }

    /** Submits a form. */
    public Answer post(URI address, Map<String, String> form) {
        String fields = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        BodyPublisher body = BodyPublishers.ofString(fields);
        return send(
                address,
                request(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(body));
    }

    /** The value of a cookie that it keeps. */
    public Optional<String> cookie(String name) {
        return cookies.value(name);
    }

    /** The names of the cookies that it keeps. */
    public List<String> cookies() {
        return cookies.names();
    }

    /** Drops the cookies whose names begin so. */
    public void forget(String prefix) {
        cookies.forget(prefix);
    }

    private HttpRequest.Builder request(URI address) {
        String origin = address.getScheme() + "://" + address.getRawAuthority();
        String server = served.getOrDefault(origin, () -> origin).get();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(server + address.toString().substring(origin.length())))
                .timeout(PATIENCE);
        cookies.header(address).ifPresent(header -> request.header("Cookie", header));
        return request;
    }

    private Answer send(URI address, HttpRequest.Builder request) {
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            Answer answer = new Answer(address, response.statusCode(), response.headers(), response.body());
            cookies.take(address, answer.cookies());
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + address, interrupted);
        }
    }
}
