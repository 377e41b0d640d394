package io.ticketing.testing.inngest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A function that an application has registered. */
record KnownFunction(String id, List<Cause> causes, String idempotency, int maxAttempts, URI url, Semaphore slots) {
    private static final int MOST_ATTEMPTS = 20;
    private static final int USUAL_RETRIES = 3;
    private static final int NO_LIMIT = 10_000;

    /** What causes a run; the condition is empty when each event does. */
    record Cause(String event, String condition) {}

    /** Reads it; refuses what the real server would refuse. */
    static KnownFunction read(JsonNode function) {
        String id = function.path("id").asText("");
        JsonNode step = function.path("steps").path("step");
        int maxAttempts = 1 + step.path("retries").path("attempts").asInt(USUAL_RETRIES);
        List<Cause> causes = new ArrayList<>();
        for (JsonNode trigger : function.path("triggers")) {
            String condition = trigger.path("expression").asText("");
            Expression.parse(condition);
            causes.add(new Cause(trigger.path("event").asText(""), condition));
        }
        String url = step.path("runtime").path("url").asText("");
        if (id.isEmpty() || causes.isEmpty() || url.isEmpty() || maxAttempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException("function '" + id + "' is not well described");
        }
        int limit = function.path("concurrency").path(0).path("limit").asInt(NO_LIMIT);
        return new KnownFunction(
                id,
                causes,
                function.path("idempotency").asText(""),
                maxAttempts,
                URI.create(url),
                new Semaphore(limit, true));
    }

    boolean isCausedBy(JsonNode event) {
        return causes.stream()
                .anyMatch(cause -> cause.event().equals(event.path("name").asText())
                        && Expression.parse(cause.condition()).holds(event, event));
    }
}
