package io.ticketing.testing.gemini;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** An HTTP answer with the JSON that Gemini sends. */
record GeminiAnswer(int status, Map<String, String> headers, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BYTES_PER_TOKEN = 4;

    /** One candidate that says {@code text}. */
    static GeminiAnswer saying(String text, String finishReason, GeminiCall call) {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode candidate = answer.putArray("candidates").addObject();
        ObjectNode content = candidate.putObject("content");
        content.putArray("parts").addObject().put("text", text);
        content.put("role", "model");
        candidate.put("finishReason", finishReason).put("index", 0);
        return ok(answer, call, text.length());
    }

    /** No candidates at all. */
    static GeminiAnswer empty(GeminiCall call) {
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("candidates");
        return ok(answer, call, 0);
    }

    /** No candidates, because the prompt was blocked. */
    static GeminiAnswer blocked(GeminiCall call) {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode feedback = answer.putObject("promptFeedback").put("blockReason", "SAFETY");
        feedback.putArray("safetyRatings")
                .addObject()
                .put("category", "HARM_CATEGORY_DANGEROUS_CONTENT")
                .put("probability", "HIGH")
                .put("blocked", true);
        return ok(answer, call, 0);
    }

    /** Google's error envelope. */
    static GeminiAnswer error(int code, String status, String message) {
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("error").put("code", code).put("message", message).put("status", status);
        return new GeminiAnswer(code, Map.of(), bytes(answer));
    }

    GeminiAnswer with(String header, String value) {
        return new GeminiAnswer(status, Map.of(header, value), body);
    }

    private static GeminiAnswer ok(ObjectNode answer, GeminiCall call, int answerLength) {
        int asked = call.prompt().length() / BYTES_PER_TOKEN;
        int said = answerLength / BYTES_PER_TOKEN;
        answer.putObject("usageMetadata")
                .put("promptTokenCount", asked)
                .put("candidatesTokenCount", said)
                .put("totalTokenCount", asked + said);
        answer.put("modelVersion", call.model());
        answer.put("responseId", UUID.randomUUID().toString());
        return new GeminiAnswer(200, Map.of(), bytes(answer));
    }

    private static byte[] bytes(ObjectNode answer) {
        return answer.toString().getBytes(StandardCharsets.UTF_8);
    }
}
