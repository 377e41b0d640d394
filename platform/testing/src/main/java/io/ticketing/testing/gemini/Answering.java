package io.ticketing.testing.gemini;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Turns a call and a mood into the answer, for the moods that answer. */
final class Answering {
    private static final int MIB = 1024 * 1024;

    private Answering() {}

    static GeminiAnswer answer(GeminiMood mood, GeminiCall call) {
        ObjectNode analysis = PlausibleAnalysis.of(call.prompt());
        return switch (mood) {
            case HEALTHY, SLOW, TRICKLING -> said(analysis, call);
            case HTTP_400 -> invalidKey();
            case HTTP_401 ->
                GeminiAnswer.error(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.");
            case HTTP_403 -> GeminiAnswer.error(403, "PERMISSION_DENIED", "The caller does not have permission.");
            case HTTP_404 ->
                GeminiAnswer.error(404, "NOT_FOUND", call.model() + " is not found for API version v1beta.");
            case HTTP_500 -> GeminiAnswer.error(500, "INTERNAL", "An internal error has occurred. Please retry.");
            case HTTP_503 -> GeminiAnswer.error(503, "UNAVAILABLE", "The model is overloaded. Please try again later.");
            case RATE_LIMITED ->
                GeminiAnswer.error(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota.")
                        .with("Retry-After", "1");
            case PROSE ->
                GeminiAnswer.saying(
                        "Sure! Here is what I think:\n\n**Priority**: quite high\n\n* check the logs\n* stay calm\n",
                        "STOP",
                        call);
            case BROKEN_SCHEMA -> said(broken(analysis), call);
            case OFF_LIST -> said(offList(analysis), call);
            case CUT_JSON -> GeminiAnswer.saying(half(analysis.toString()), "MAX_TOKENS", call);
            case EMPTY -> GeminiAnswer.empty(call);
            case SAFETY_BLOCK -> GeminiAnswer.blocked(call);
            case TOO_LARGE -> said(analysis.put("helpfulNotes", "n".repeat(16 * MIB)), call);
            case DOWN, SILENT -> throw new IllegalArgumentException(mood + " is no answer");
        };
    }

    /** What Google says to a key that it does not know. */
    static GeminiAnswer invalidKey() {
        return GeminiAnswer.error(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.");
    }

    private static GeminiAnswer said(ObjectNode analysis, GeminiCall call) {
        return GeminiAnswer.saying(analysis.toString(), "STOP", call);
    }

    private static ObjectNode broken(ObjectNode analysis) {
        analysis.remove("priority");
        analysis.put("confidence", "rather sure");
        analysis.putArray("relatedSkills").add(7).addNull();
        return analysis;
    }

    private static ObjectNode offList(ObjectNode analysis) {
        analysis.put("priority", "urgent!!")
                .put("helpfulNotes", "n".repeat(MIB))
                .put("confidence", 42);
        ArrayNode skills = analysis.putArray("relatedSkills");
        for (int number = 0; number < 500; number++) {
            skills.add("skill-" + number);
        }
        return analysis;
    }

    private static String half(String text) {
        return text.substring(0, text.length() / 2);
    }
}
