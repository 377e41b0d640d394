package io.ticketing.e2e.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param status HTTP status
 * @param headers as they were sent
 * @param body as text
 */
public record Answer(int status, Headers headers, String body) {

    static Answer of(Response response) {
        return new Answer(
                response.statusCode(), response.headers(), new String(response.asByteArray(), StandardCharsets.UTF_8));
    }

    /** The header's value, or null. */
    public @Nullable String header(String name) {
        return headers.getValue(name);
    }

    Map<String, String> headersByName() {
        return headers.asList().stream()
                .collect(Collectors.toMap(
                        header -> header.getName().toLowerCase(Locale.ROOT),
                        Header::getValue,
                        (first, second) -> first));
    }

    /** The body as JSON. */
    public JsonNode json() {
        return Json.read(body);
    }

    /** The member {@code data} of the envelope. */
    public JsonNode data() {
        return json().path("data");
    }

    /** Fails unless the status is this one; answers itself. */
    public Answer expect(int expected) {
        assertThat(status).as("status of the answer %s", body).isEqualTo(expected);
        return this;
    }
}
