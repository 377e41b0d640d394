package io.ticketing.testing.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a service answered.
 *
 * @param retryAfter the header {@code Retry-After}, if it was there
 */
public record ServiceAnswer(int status, String body, Optional<String> retryAfter) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body, which has to be JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("No JSON: " + body, broken);
        }
    }

    /** What a success carries. */
    public JsonNode data() {
        return json().path("data");
    }

    /** The names of the fields that a problem names. */
    public List<String> faultyFields() {
        return StreamSupport.stream(json().path("errors").spliterator(), false)
                .map(error -> error.path("field").asText())
                .toList();
    }

    /** Where a list goes on; empty on its last page. */
    public String nextCursor() {
        return json().path("page").path("nextCursor").asText("");
    }
}
