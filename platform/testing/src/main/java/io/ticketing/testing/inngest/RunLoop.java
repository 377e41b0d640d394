package io.ticketing.testing.inngest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ticketing.testing.inngest.AppCall.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Leads one run from its first call to its end. */
final class RunLoop {
    private static final List<Duration> BACKOFF = List.of(
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(40),
            Duration.ofHours(1),
            Duration.ofHours(2));
    private static final int STEP = 206;
    private static final int DONE = 200;

    private final Runs runs;
    private final InngestOptions options;
    private final Delivery delivery;

    RunLoop(Runs runs, InngestOptions options, Delivery delivery) {
        this.runs = runs;
        this.options = options;
        this.delivery = delivery;
    }

    /** Returns when the run is over. */
    void lead(RunState run) throws InterruptedException {
        while (!run.end().isDone()) {
            Outcome outcome = delivery.call(run);
            switch (outcome.status()) {
                case STEP -> steps(run, outcome);
                case DONE -> run.complete(outcome.body());
                default -> failed(run, outcome);
            }
        }
    }

    private void failed(RunState run, Outcome outcome) throws InterruptedException {
        if (outcome.noRetry() || run.isLastAttempt()) {
            run.fail(outcome.body());
            runs.told(run, outcome.body());
        } else {
            tryAgain(run, outcome);
        }
    }

    private void tryAgain(RunState run, Outcome outcome) throws InterruptedException {
        Duration backoff = BACKOFF.get(Math.min(run.attempt(), BACKOFF.size() - 1));
        Duration jitter = backoff.dividedBy(10)
                .multipliedBy(ThreadLocalRandom.current().nextInt(10))
                .dividedBy(10);
        run.tryAgain();
        Thread.sleep(options.scaled(outcome.retryAfter().orElse(backoff.plus(jitter))));
    }

    private void steps(RunState run, Outcome outcome) throws InterruptedException {
        if (!outcome.body().isArray() || outcome.body().isEmpty()) {
            failed(run, Outcome.failed("Error", "206 without steps"));
            return;
        }
        for (JsonNode op : outcome.body()) {
            step(run, op, outcome);
        }
    }

    private void step(RunState run, JsonNode op, Outcome outcome) throws InterruptedException {
        JsonNode opts = op.path("opts");
        switch (op.path("op").asText()) {
            case "StepRun" -> remember(run, op, Wire.object().set("data", orNull(op.path("data"))));
            case "StepError" -> stepFailed(run, op, outcome);
            case "Sleep" -> {
                Thread.sleep(
                        options.scaled(Durations.parse(opts.path("duration").asText())));
                remember(run, op, NullNode.getInstance());
            }
            case "WaitForEvent" -> remember(run, op, await(run, opts));
            case "InvokeFunction" -> remember(run, op, invoke(opts));
            default ->
                failed(
                        run,
                        Outcome.failed("Error", "unknown op " + op.path("op").asText()));
        }
    }

    private void stepFailed(RunState run, JsonNode op, Outcome outcome) throws InterruptedException {
        if (outcome.noRetry() || run.isLastAttempt()) {
            remember(run, op, Wire.object().set("error", op.path("error")));
        } else {
            tryAgain(run, outcome);
        }
    }

    private static void remember(RunState run, JsonNode op, JsonNode result) {
        run.remember(op.path("id").asText(), op.path("name").asText(), result);
    }

    private JsonNode await(RunState run, JsonNode opts) throws InterruptedException {
        CompletableFuture<JsonNode> came = runs.awaiting()
                .event(opts.path("event").asText(), opts.path("if").asText(""), run.event());
        return within(came, opts, NullNode.getInstance());
    }

    private JsonNode invoke(JsonNode opts) throws InterruptedException {
        ObjectNode failure = Wire.object();
        failure.putObject("error")
                .put("name", "Error")
                .put("message", "The function did not end")
                .put("stack", "");
        CompletableFuture<JsonNode> result = runs.invoke(
                        opts.path("function_id").asText(), opts.path("payload").path("data"))
                .thenApply(run -> Wire.object().set(run.status().equals("FAILED") ? "error" : "data", run.output()));
        return within(result, opts, failure);
    }

    private JsonNode within(CompletableFuture<JsonNode> future, JsonNode opts, JsonNode otherwise)
            throws InterruptedException {
        Duration patience = Durations.parse(opts.path("timeout").asText("24h"));
        try {
            return future.get(options.scaled(patience).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            future.cancel(false);
            return otherwise;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode orNull(JsonNode value) {
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }
}
