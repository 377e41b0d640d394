package io.ticketing.testing.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A call as it arrived.
 *
 * @param model the model that was asked
 * @param apiKey the key that was shown, empty when there was none
 * @param body the whole request
 */
public record GeminiCall(String model, String apiKey, JsonNode body) {
    /** All text that was sent as content, without the system instruction. */
    public String prompt() {
        return text(body.path("contents").findValues("text"));
    }

    /** The system instruction, empty when there was none. */
    public String systemInstruction() {
        return text(body.path("systemInstruction").findValues("text"));
    }

    /** Whether an answer in JSON was asked for. */
    public boolean asksForJson() {
        return body.path("generationConfig").path("responseMimeType").asText().equals("application/json");
    }

    /** The schema that was sent with the call; a missing node when there was none. */
    public JsonNode schema() {
        JsonNode settings = body.path("generationConfig");
        return settings.hasNonNull("responseJsonSchema")
                ? settings.path("responseJsonSchema")
                : settings.path("responseSchema");
    }

    private static String text(Iterable<JsonNode> nodes) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("\n"));
    }
}
