package io.ticketing.testing.inngest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What is remembered of one run. */
final class RunState {
    private final String id;
    private final KnownFunction function;
    private final JsonNode event;
    private final ObjectNode steps = Wire.object();
    private final List<String> names = new ArrayList<>();
    private final CompletableFuture<InngestRun> end = new CompletableFuture<>();
    private int attempt;
    private int calls;

    RunState(String id, KnownFunction function, JsonNode event) {
        this.id = id;
        this.function = function;
        this.event = event;
    }

    String id() {
        return id;
    }

    KnownFunction function() {
        return function;
    }

    JsonNode event() {
        return event;
    }

    /** Is completed when the run is over. */
    CompletableFuture<InngestRun> end() {
        return end;
    }

    synchronized JsonNode steps() {
        return steps.deepCopy();
    }

    synchronized int attempt() {
        return attempt;
    }

    synchronized boolean isLastAttempt() {
        return attempt + 1 >= function.maxAttempts();
    }

    synchronized void tryAgain() {
        attempt++;
    }

    synchronized void called() {
        calls++;
    }

    synchronized void remember(String stepId, String name, JsonNode result) {
        steps.set(stepId, result);
        names.add(name);
        attempt = 0;
    }

    void complete(JsonNode output) {
        end.complete(snapshot("COMPLETED", output));
    }

    void fail(JsonNode error) {
        end.complete(snapshot("FAILED", error));
    }

    InngestRun now() {
        return end.getNow(snapshot("RUNNING", NullNode.getInstance()));
    }

    /** The body of a call; without what is kept here when it has to be fetched. */
    synchronized ObjectNode call(boolean keepsState) {
        ObjectNode call = Wire.object();
        ObjectNode context = call.putObject("ctx")
                .put("attempt", attempt)
                .put("disable_immediate_execution", false)
                .put("env", "")
                .put("fn_id", function.id())
                .put("max_attempts", function.maxAttempts())
                .put("qi_id", id + "-" + calls)
                .put("run_id", id);
        ObjectNode stack = context.putObject("stack").put("current", steps.size());
        steps.fieldNames().forEachRemaining(stack.putArray("stack")::add);
        context.put("step_id", "step").put("use_api", keepsState);
        call.set("event", keepsState ? Wire.object() : event);
        call.putArray("events");
        if (!keepsState) {
            call.withArray("events").add(event);
        }
        call.set("steps", keepsState ? Wire.object() : steps.deepCopy());
        return call.put("use_api", keepsState).put("version", -1);
    }

    private synchronized InngestRun snapshot(String status, JsonNode output) {
        return new InngestRun(
                id,
                function.id(),
                event.path("name").asText(),
                event.path("id").asText(),
                status,
                calls,
                attempt,
                List.copyOf(names),
                output);
    }
}
