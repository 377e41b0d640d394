package io.ticketing.testing.inngest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;

/** All runs: what causes them, and that nothing causes one twice. */
final class Runs {
    private final Map<String, KnownFunction> functions = new ConcurrentHashMap<>();
    private final Map<String, RunState> runs = new LinkedHashMap<>();
    private final Set<List<String>> causes = ConcurrentHashMap.newKeySet();
    private final Awaiting awaiting = new Awaiting();
    private final ExecutorService threads;
    private final RandomGenerator random;
    private final RunLoop loop;

    Runs(InngestOptions options, Delivery delivery, ExecutorService threads, RandomGenerator random) {
        this.threads = threads;
        this.random = random;
        this.loop = new RunLoop(this, options, delivery);
    }

    Awaiting awaiting() {
        return awaiting;
    }

    /** What was said last of a function holds. */
    void register(Collection<KnownFunction> registered) {
        registered.forEach(function -> functions.put(function.id(), function));
    }

    Collection<String> functionIds() {
        return List.copyOf(functions.keySet());
    }

    /** Starts what this event causes, and lets go on what waited for it. */
    void event(JsonNode event) {
        functions.values().stream()
                .filter(function -> function.isCausedBy(event) && isFirst(function, event))
                .forEach(function -> start(function, event));
        awaiting.came(event);
    }

    /** Tells whoever handles failures. */
    void told(RunState run, JsonNode error) {
        ObjectNode failed = Wire.object().put("name", "inngest/function.failed").put("id", Wire.id(random));
        ObjectNode data = failed.putObject("data");
        data.set("error", error);
        data.set("event", run.event());
        data.put("function_id", run.function().id()).put("run_id", run.id());
        event(failed.put("ts", System.currentTimeMillis()));
    }

    /** Runs a function at once; fails when there is none of that id. */
    CompletableFuture<InngestRun> invoke(String functionId, JsonNode data) {
        ObjectNode event = Wire.object().put("name", "inngest/function.invoked").put("id", Wire.id(random));
        event.set("data", data);
        KnownFunction function = functions.get(functionId);
        if (function == null) {
            ObjectNode error = Wire.object().put("name", "Error").put("message", "no function " + functionId);
            return CompletableFuture.completedFuture(
                    new InngestRun("", functionId, "", "", "FAILED", 0, 0, List.of(), error.put("stack", "")));
        }
        return start(function, event.put("ts", System.currentTimeMillis())).end();
    }

    Optional<RunState> find(String runId) {
        synchronized (runs) {
            return Optional.ofNullable(runs.get(runId));
        }
    }

    List<InngestRun> all() {
        synchronized (runs) {
            return runs.values().stream().map(RunState::now).toList();
        }
    }

    private boolean isFirst(KnownFunction function, JsonNode event) {
        boolean isNew = causes.add(List.of(function.id(), "id", event.path("id").asText()));
        if (isNew && !function.idempotency().isEmpty()) {
            String key = Expression.value(function.idempotency(), event, event).toString();
            return causes.add(List.of(function.id(), "key", key));
        }
        return isNew;
    }

    private RunState start(KnownFunction function, JsonNode event) {
        RunState run = new RunState(Wire.id(random), function, event);
        synchronized (runs) {
            runs.put(run.id(), run);
        }
        threads.execute(() -> lead(run));
        return run;
    }

    private void lead(RunState run) {
        try {
            loop.lead(run);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            run.fail(Wire.object().put("name", "Error").put("message", String.valueOf(broken.getMessage())));
        }
    }
}
