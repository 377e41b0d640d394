package io.ticketing.inngest.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ticketing.inngest.Awaited;
import io.ticketing.inngest.Event;
import io.ticketing.inngest.InngestClient;
import io.ticketing.inngest.InngestJson;
import io.ticketing.inngest.Invocation;
import io.ticketing.inngest.NonRetriableException;
import io.ticketing.inngest.RunError;
import io.ticketing.inngest.SendFailedException;
import io.ticketing.inngest.Step;
import io.ticketing.inngest.StepFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The steps of one call: answers those that are remembered, does the first that is not, and ends the call there. */
final class RememberedSteps implements Step {

    private static final int MOST_STEPS = 1_000;

    private final Call call;
    private final InngestClient client;
    private final StepIds ids = new StepIds();
    private @Nullable Answer end;

    RememberedSteps(Call call, InngestClient client) {
        this.call = call;
        this.client = client;
    }

    /** What the call has ended with; empty while no step has ended it, whatever a function did with the throwable. */
    Optional<Answer> end() {
        return Optional.ofNullable(end);
    }

    @Override
    public <T extends @Nullable Object> T run(String id, Class<T> type, Callable<? extends T> work) {
        return run(id, InngestJson.type(type), work);
    }

    @Override
    public <T extends @Nullable Object> T run(String id, TypeReference<T> type, Callable<? extends T> work) {
        return run(id, InngestJson.type(type), work);
    }

    @Override
    public void sleep(String id, Duration duration) {
        String step = begin(id);
        if (recall(step).isEmpty()) {
            throw arrange(step, "Sleep", InngestJson.object().put("duration", written(duration)));
        }
    }

    @Override
    public Optional<Event> waitForEvent(String id, Awaited awaited) {
        String step = begin(id);
        JsonNode came = recall(step).orElseThrow(() -> {
            ObjectNode options =
                    InngestJson.object().put("event", awaited.event()).put("timeout", written(awaited.timeout()));
            if (awaited.condition() != null) {
                options.put("if", awaited.condition());
            }
            return arrange(step, "WaitForEvent", options);
        });
        return came.isNull() ? Optional.empty() : Optional.of(Event.read(came));
    }

    @Override
    public List<String> sendEvent(String id, Event... events) {
        String step = begin(id);
        JsonNode sent = recall(step).orElseThrow(() -> execute(step, () -> sendNow(step, events)));
        JsonNode receipts = sent.has("event_ids") ? sent : output(id, sent);
        return InngestJson.read(
                receipts.path("event_ids"),
                InngestJson.type(new TypeReference<List<String>>() {}),
                "the result of " + id);
    }

    @Override
    public <T extends @Nullable Object> T invoke(String id, Class<T> type, Invocation invocation) {
        String step = begin(id);
        JsonNode answered = recall(step).orElseThrow(() -> {
            ObjectNode options = InngestJson.object().put("function_id", invocation.functionId());
            options.putObject("payload").set("data", invocation.data());
            if (invocation.timeout() != null) {
                options.put("timeout", written(invocation.timeout()));
            }
            return arrange(step, "InvokeFunction", options);
        });
        return InngestJson.read(output(id, answered), InngestJson.type(type), "the result of " + id);
    }

    private <T extends @Nullable Object> T run(String id, JavaType type, Callable<? extends T> work) {
        String step = begin(id);
        JsonNode ran = recall(step).orElseThrow(() -> execute(step, () -> InngestJson.tree(work.call())));
        return InngestJson.read(output(id, ran), type, "the result of " + id);
    }

    /** The step's unique name. A call that has ended stays so, even when a function swallowed what told it. */
    private String begin(String id) {
        if (end != null) {
            throw new StepDone();
        }
        return ids.next(id);
    }

    private Optional<JsonNode> recall(String step) {
        Optional<JsonNode> remembered = call.remembered(StepIds.hashed(step));
        if (remembered.isEmpty() && call.stepCount() >= MOST_STEPS) {
            throw new NonRetriableException("A run has at most " + MOST_STEPS + " steps");
        }
        return remembered;
    }

    private static JsonNode output(String id, JsonNode remembered) {
        if (remembered.hasNonNull("error")) {
            throw new StepFailedException(id, RunError.of(remembered.path("error")));
        }
        return remembered.has("data") ? remembered.path("data") : NullNode.getInstance();
    }

    private StepDone arrange(String step, String op, ObjectNode options) {
        ObjectNode arranged = op(step, op);
        arranged.set("opts", options);
        return endWith(Answer.step(arranged));
    }

    private StepDone execute(String step, Callable<JsonNode> work) {
        try {
            JsonNode data = Output.checked("The output of step " + step, work.call());
            ObjectNode ran = op(step, "StepRun");
            ran.set("data", data);
            return endWith(Answer.step(ran));
        } catch (Exception failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return endWith(Answer.stepFailed(op(step, "StepError"), failure, isForGood(failure)));
        }
    }

    private static boolean isForGood(Exception failure) {
        return failure instanceof NonRetriableException || failure instanceof SendFailedException.Refused;
    }

    private StepDone endWith(Answer answer) {
        end = answer;
        return new StepDone();
    }

    private JsonNode sendNow(String step, Event... events) {
        List<Event> named = new ArrayList<>();
        for (Event event : events) {
            String id = call.runId() + "-" + StepIds.hashed(step) + "-" + named.size();
            named.add(event.id() == null ? event.withId(id) : event);
        }
        return InngestJson.object().set("event_ids", InngestJson.tree(client.send(named.toArray(Event[]::new))));
    }

    private static ObjectNode op(String step, String op) {
        return InngestJson.object()
                .put("id", StepIds.hashed(step))
                .put("name", step)
                .put("op", op);
    }

    private static String written(Duration duration) {
        return duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}
