package io.ticketing.inngest.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketing.inngest.Event;
import io.ticketing.inngest.InngestJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A call of a function as it came (Call request).
 *
 * @param runId the run that it belongs to
 * @param attempt from 0
 * @param maxAttempts in all
 * @param events those that caused the run; one at least, unless they are kept at the server
 * @param steps what is remembered, by the hashed id of the step
 * @param keptAtServer whether events and steps are too large for a call and must be fetched
 */
record Call(String runId, int attempt, int maxAttempts, List<Event> events, JsonNode steps, boolean keptAtServer) {

    private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /**
     * Reads it.
     *
     * @throws IOException when it is none
     */
    static Call read(byte[] body) throws IOException {
        JsonNode call = InngestJson.parse(body);
        JsonNode context = call.path("ctx");
        String runId = context.path("run_id").asText("");
        boolean kept =
                context.path("use_api").asBoolean() || call.path("use_api").asBoolean();
        boolean hasEvents =
                call.path("event").isObject() || call.path("events").path(0).isObject();
        if (!RUN_ID.matcher(runId).matches() || !(kept || hasEvents)) {
            throw new IOException("no run or no event");
        }
        int attempt = context.path("attempt").asInt();
        int maxAttempts = context.path("max_attempts").asInt(attempt + 1);
        return new Call(runId, attempt, maxAttempts, events(call), call.path("steps"), kept);
    }

    /** The same with what was fetched. */
    Call with(JsonNode batch, JsonNode actions) {
        return new Call(runId, attempt, maxAttempts, all(batch), actions, false);
    }

    Optional<JsonNode> remembered(String hashedStepId) {
        return steps.has(hashedStepId) ? Optional.of(steps.get(hashedStepId)) : Optional.empty();
    }

    int stepCount() {
        return steps.size();
    }

    private static List<Event> events(JsonNode call) {
        List<Event> events = all(call.path("events"));
        return events.isEmpty() && call.path("event").isObject() ? List.of(Event.read(call.path("event"))) : events;
    }

    private static List<Event> all(JsonNode array) {
        List<Event> events = new ArrayList<>();
        array.forEach(event -> events.add(Event.read(event)));
        return events;
    }
}
