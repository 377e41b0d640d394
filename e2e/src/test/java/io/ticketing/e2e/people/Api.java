package io.ticketing.e2e.people;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;
import io.ticketing.e2e.contract.Contract;
import io.ticketing.e2e.contract.Exchange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The API behind the gateway, and nothing but the gateway. */
public final class Api {
    private static final String BASE = "/api/v1";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] NOTHING = {};

    private final String gateway;
    private final Secrets secrets;
    private final Contract contract;
    private final Duration patience;

    /** The API at this gateway; tokens that are used become secrets, and every exchange has to be as the gateway describes it. */
    public Api(String gateway, Secrets secrets) {
        this(gateway, secrets, Contract.publishedAt(gateway), PATIENCE);
    }

    private Api(String gateway, Secrets secrets, Contract contract, Duration patience) {
        this.gateway = gateway;
        this.secrets = secrets;
        this.contract = contract;
        this.patience = patience;
    }

    /** The same API for somebody who hangs up after this time. */
    public Api within(Duration time) {
        return new Api(gateway, secrets, contract, time);
    }

    /** GET of a path below {@code /api/v1}, with a token or without. */
    public Answer get(String path, @Nullable String token) {
        return send(Method.GET, BASE + path, bearing(token), NOTHING);
    }

    /** POST of a JSON value to a path below {@code /api/v1}, with a token or without. */
    public Answer post(String path, Object body, @Nullable String token) {
        return post(path, Json.bytes(body), "application/json", token);
    }

    /** PATCH of a JSON value to a path below {@code /api/v1}, with a token or without. */
    public Answer patch(String path, Object body, @Nullable String token) {
        return patch(path, Json.bytes(body), "application/json", token);
    }

    /** PATCH of any bytes to a path below {@code /api/v1}, with a token or without. */
    public Answer patch(String path, byte[] body, String mediaType, @Nullable String token) {
        return send(Method.PATCH, BASE + path, bearing(token).contentType(mediaType), body);
    }

    /** DELETE of a path below {@code /api/v1}, with a token or without. */
    public Answer delete(String path, @Nullable String token) {
        return send(Method.DELETE, BASE + path, bearing(token), NOTHING);
    }

    /** POST of any bytes to a path below {@code /api/v1}, with a token or without. */
    public Answer post(String path, byte[] body, String mediaType, @Nullable String token) {
        return send(Method.POST, BASE + path, bearing(token).contentType(mediaType), body);
    }

    /** Any request to any path of the gateway. */
    public Answer send(Method method, String path, Map<String, String> headers) {
        return send(method, path, request().headers(headers), NOTHING);
    }

    /** Any request with a JSON value, or with no body for null, to any path of the gateway. */
    public Answer send(Method method, String path, @Nullable Object body, Map<String, String> headers) {
        RequestSpecification request = request().headers(headers);
        return body == null
                ? send(method, path, request, NOTHING)
                : send(method, path, request.contentType("application/json"), Json.bytes(body));
    }

    /** GET of any path of the gateway whose answer does not end. */
    public EventStream listen(String path, Map<String, String> headers) {
        return EventStream.open(gateway + path, headers);
    }

    private Answer send(Method method, String path, RequestSpecification request, byte[] body) {
        RequestSpecification whole = body == NOTHING ? request : request.body(body);
        Answer answer = Answer.of(whole.request(method, gateway + path));
        contract.check(new Exchange(
                method.name(),
                path,
                new String(body, StandardCharsets.UTF_8),
                answer.status(),
                answer.headersByName(),
                answer.body()));
        return answer;
    }

    private RequestSpecification bearing(@Nullable String token) {
        return token == null ? request() : request().header("Authorization", "Bearer " + secrets.keep(token));
    }

    private RequestSpecification request() {
        int milliseconds = Math.toIntExact(patience.toMillis());
        return given().urlEncodingEnabled(false)
                .config(RestAssuredConfig.config()
                        .redirect(RedirectConfig.redirectConfig().followRedirects(false))
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false))
                        .httpClient(HttpClientConfig.httpClientConfig()
                                .setParam("http.connection.timeout", milliseconds)
                                .setParam("http.socket.timeout", milliseconds)));
    }
}
