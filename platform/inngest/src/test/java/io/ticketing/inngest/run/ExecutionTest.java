package io.ticketing.inngest.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ticketing.inngest.Awaited;
import io.ticketing.inngest.Event;
import io.ticketing.inngest.FunctionConfig;
import io.ticketing.inngest.InngestClient;
import io.ticketing.inngest.InngestJson;
import io.ticketing.inngest.Invocation;
import io.ticketing.inngest.NonRetriableException;
import io.ticketing.inngest.RetryAfterException;
import io.ticketing.inngest.StepFailedException;
import io.ticketing.inngest.function.ServedFunction;
import io.ticketing.inngest.function.Work;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each case of the protocol's table of answers, and what is remembered. */
class ExecutionTest {

    record Analysis(String priority, Instant at, List<String> skills) {}

    private static final Analysis ANALYSIS =
            new Analysis("high", Instant.parse("2026-01-02T03:04:05Z"), List.of("react"));

    private final ObjectNode steps = InngestJson.object();
    private final List<Event> sent = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    @Test
    void aStepRunsAndEndsTheCall() {
        Answer answer = call(context -> {
            context.step().run("analyse", Analysis.class, () -> ANALYSIS);
            told.add("after the step");
            return null;
        });

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.body().toString())
                .isEqualTo("[{\"id\":\"" + StepIds.hashed("analyse") + "\",\"name\":\"analyse\",\"op\":\"StepRun\","
                        + "\"data\":{\"priority\":\"high\",\"at\":\"2026-01-02T03:04:05Z\",\"skills\":[\"react\"]}}]");
        assertThat(told).isEmpty();
    }

    @Test
    void aStepThatIsRememberedIsNotDoneAgain() {
        remember("analyse", InngestJson.object().set("data", InngestJson.tree(ANALYSIS)));

        Answer answer = call(context -> context.step().run("analyse", Analysis.class, () -> {
            throw new AssertionError("done again");
        }));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(InngestJson.tree(ANALYSIS));
    }

    @Test
    void aStepMayAnswerNothingOrAList() {
        remember("nothing", InngestJson.object().set("data", NullNode.getInstance()));
        remember("list", InngestJson.object().set("data", InngestJson.tree(List.of("a", "b"))));

        Answer answer = call(context -> {
            assertThat(context.step().run("nothing", String.class, () -> "again"))
                    .isNull();
            return context.step()
                    .run("list", new TypeReference<List<String>>() {}, List::of)
                    .getLast();
        });

        assertThat(answer.body().asText()).isEqualTo("b");
    }

    @Test
    void stepsWithOneIdAreToldApart() {
        remember("a", InngestJson.object().put("data", 1));
        remember("a:1", InngestJson.object().put("data", 2));

        Answer answer = call(context -> {
            int sum = 0;
            for (int count = 0; count < 3; count++) {
                sum += context.step().run("a", Integer.class, () -> 3);
            }
            return sum;
        });

        assertThat(answer.body().at("/0/name").asText()).isEqualTo("a:2");
        assertThat(answer.body().at("/0/id").asText()).isEqualTo(StepIds.hashed("a:2"));
    }

    @Test
    void aFunctionThatCatchesEverythingCannotGoOnAfterAStep() {
        Answer answer = call(context -> {
            try {
                context.step().run("first", String.class, () -> "one");
            } catch (Exception notThis) {
                told.add("caught as an exception");
            } catch (Throwable swallowed) {
                context.step().run("second", String.class, () -> told.add("second") ? "two" : "");
            }
            return "done";
        });

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.body().at("/0/name").asText()).isEqualTo("first");
        assertThat(told).isEmpty();
    }

    @Test
    void aStepThatFailsIsTriedAgainAlone() {
        Answer answer = call(context -> context.step().run("analyse", String.class, () -> {
            throw new IOException("the model is away");
        }));

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.body().at("/0/op").asText()).isEqualTo("StepError");
        assertThat(answer.body().at("/0/error").toString())
                .isEqualTo("{\"name\":\"IOException\",\"message\":\"the model is away\","
                        + "\"stack\":\"java.io.IOException: the model is away\"}");
        assertThat(answer.headers()).containsEntry("x-inngest-no-retry", "false");
    }

    @Test
    void aStepMaySayThatItIsOfNoUse() {
        Answer answer = call(context -> context.step().run("analyse", String.class, () -> {
            throw new NonRetriableException("never");
        }));

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.headers()).containsEntry("x-inngest-no-retry", "true");
    }

    @Test
    void aStepMaySayWhenToTryAgain() {
        Answer answer = call(context -> context.step().run("analyse", String.class, () -> {
            throw new RetryAfterException("busy", Duration.ofMillis(29_001));
        }));

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.headers()).containsEntry("retry-after", "30");
    }

    @Test
    void anOutputThatIsTooLargeIsOfNoUse() {
        Answer answer = call(context -> context.step().run("analyse", String.class, () -> "n".repeat(4 * 1024 * 1024)));

        assertThat(answer.headers()).containsEntry("x-inngest-no-retry", "true");
        assertThat(answer.body().at("/0/error/message").asText()).contains("analyse", "4194306 bytes");
    }

    @Test
    void aStepThatFailedForGoodIsToldToTheFunction() {
        remember("analyse", failure());

        Answer uncaught = call(context -> context.step().run("analyse", String.class, () -> "again"));
        Answer caught = call(context -> {
            try {
                return context.step().run("analyse", String.class, () -> "again");
            } catch (StepFailedException failed) {
                return failed.stepId() + " " + failed.error().name() + " " + failed.getMessage();
            }
        });

        assertThat(uncaught.status()).isEqualTo(400);
        assertThat(uncaught.headers()).containsEntry("x-inngest-no-retry", "true");
        assertThat(caught.status()).isEqualTo(200);
        assertThat(caught.body().asText()).isEqualTo("analyse IOException away");
    }

    @Test
    void aFunctionThatFailsIsTriedAgain() {
        Answer answer = call(context -> {
            throw new IllegalStateException("n".repeat(600));
        });

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.headers()).isEqualTo(Map.of("x-inngest-no-retry", "false"));
        assertThat(answer.body().path("name").asText()).isEqualTo("IllegalStateException");
        assertThat(answer.body().path("message").asText()).hasSize(501).endsWith("…");
    }

    @Test
    void aFunctionMaySayWhenToTryAgainOrThatItIsOfNoUse() {
        Answer later = call(context -> {
            throw new RetryAfterException("busy", Duration.ofSeconds(30));
        });
        Answer never = call(context -> {
            throw new NonRetriableException("never", new IOException("a secret"));
        });

        assertThat(later.status()).isEqualTo(500);
        assertThat(later.headers()).containsEntry("retry-after", "30");
        assertThat(never.status()).isEqualTo(400);
        assertThat(never.headers()).isEqualTo(Map.of("x-inngest-no-retry", "true"));
        assertThat(never.body().toString()).doesNotContain("a secret");
    }

    @ParameterizedTest
    @CsvSource({"PT90S, 90s", "PT0.25S, 250ms", "PT24H, 86400s"})
    void sleepIsTheServersWork(Duration duration, String written) {
        Work work = context -> {
            context.step().sleep("pause", duration);
            return "awake";
        };

        Answer asleep = call(work);
        remember("pause", NullNode.getInstance());

        assertThat(asleep.body().at("/0/op").asText()).isEqualTo("Sleep");
        assertThat(asleep.body().at("/0/opts").toString()).isEqualTo("{\"duration\":\"" + written + "\"}");
        assertThat(call(work).body().asText()).isEqualTo("awake");
    }

    @Test
    void anEventIsWaitedForByTheServer() {
        Work work = context -> context.step()
                .waitForEvent(
                        "reply",
                        Awaited.event("ticket/replied", Duration.ofHours(1))
                                .when("async.data.id == event.data.ticketId"))
                .map(Event::id)
                .orElse("nobody");

        Answer waiting = call(work);
        remember(
                "reply",
                Event.of("ticket/replied", InngestJson.object()).withId("evt-2").written());
        Answer came = call(work);
        remember("reply", NullNode.getInstance());

        assertThat(waiting.body().at("/0/op").asText()).isEqualTo("WaitForEvent");
        assertThat(waiting.body().at("/0/opts").toString())
                .isEqualTo("{\"event\":\"ticket/replied\",\"timeout\":\"3600s\","
                        + "\"if\":\"async.data.id == event.data.ticketId\"}");
        assertThat(came.body().asText()).isEqualTo("evt-2");
        assertThat(call(work).body().asText()).isEqualTo("nobody");
    }

    @Test
    void anotherFunctionIsInvokedByTheServer() {
        Work work = context -> context.step()
                .invoke(
                        "ask",
                        String.class,
                        Invocation.of("app", "other", InngestJson.object().put("a", 1))
                                .within(Duration.ofMinutes(1)));

        Answer asked = call(work);
        remember("ask", InngestJson.object().put("data", "42"));
        Answer answered = call(work);
        remember("ask", failure());

        assertThat(asked.body().at("/0/op").asText()).isEqualTo("InvokeFunction");
        assertThat(asked.body().at("/0/opts").toString())
                .isEqualTo("{\"function_id\":\"app-other\",\"payload\":{\"data\":{\"a\":1}},\"timeout\":\"60s\"}");
        assertThat(answered.body().asText()).isEqualTo("42");
        assertThat(call(work).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"event_ids\":[\"01A\"]}", "{\"data\":{\"event_ids\":[\"01A\"]}}"})
    void eventsAreSentOnceWithIdsOfTheirOwn(String remembered) throws IOException {
        Work work = context -> context.step()
                .sendEvent(
                        "tell",
                        Event.of("a/b", InngestJson.object()),
                        Event.of("c/d", InngestJson.object()).withId("own"));

        Answer told = call(work);
        call(work);
        remember("tell", InngestJson.parse(remembered.getBytes(StandardCharsets.UTF_8)));

        assertThat(told.body().at("/0/data").toString()).isEqualTo("{\"event_ids\":[\"r0\",\"r1\"]}");
        assertThat(sent)
                .extracting(Event::id)
                .containsExactly(
                        "01RUN-" + StepIds.hashed("tell") + "-0",
                        "own",
                        "01RUN-" + StepIds.hashed("tell") + "-0",
                        "own");
        assertThat(call(work).body().toString()).isEqualTo("[\"01A\"]");
    }

    @Test
    void whatIsRememberedButDoesNotFitWillNeverFit() {
        remember("analyse", InngestJson.object().put("data", "text"));

        Answer answer = call(context -> context.step().run("analyse", Analysis.class, () -> ANALYSIS));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("message").asText()).isEqualTo("the result of analyse is not of type Analysis");
    }

    @Test
    void aRunHasAThousandSteps() {
        for (int count = 0; count < 1_000; count++) {
            remember("step " + count, NullNode.getInstance());
        }

        Answer answer = call(context -> context.step().run("one more", String.class, () -> "x"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("message").asText()).contains("1000 steps");
    }

    @Test
    void theFunctionIsToldOfItsAttempt() {
        Answer answer = call(context -> context.attempt() + " of " + context.maxAttempts() + " "
                + context.isLastAttempt() + " " + context.runId() + " "
                + context.event().id() + " " + context.events().size());

        assertThat(answer.body().asText()).isEqualTo("3 of 4 true 01RUN evt-1 1");
    }

    private void remember(String step, JsonNode result) {
        steps.set(StepIds.hashed(step), result);
    }

    private static ObjectNode failure() {
        ObjectNode failure = InngestJson.object();
        failure.putObject("error").put("name", "IOException").put("message", "away");
        return failure;
    }

    private Answer call(Work work) {
        FunctionConfig config =
                FunctionConfig.function("f").onEvent("ticket/created").build();
        String body = """
                {"ctx":{"attempt":3,"disable_immediate_execution":false,"env":"","fn_id":"48e5e3b5","max_attempts":4,"run_id":"01RUN",
                 "stack":{"current":0,"stack":[]},"step_id":"step","use_api":false},
                 "event":{"data":{"ticketId":"T1"},"id":"evt-1","name":"ticket/created","ts":1795345347537,"user":{}},
                 "events":[{"data":{"ticketId":"T1"},"id":"evt-1","name":"ticket/created","ts":1795345347537,"user":{}}],
                 "steps":%s,"use_api":false,"version":-1}
                """.formatted(steps);
        try {
            return Execution.of(
                    new ServedFunction("app-f", config, work),
                    Call.read(body.getBytes(StandardCharsets.UTF_8)),
                    new Sending());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private final class Sending implements InngestClient {

        @Override
        public boolean isEnabled() {
            return true;
        }

        @Override
        public List<String> send(Event... events) {
            List<String> receipts = new ArrayList<>();
            for (Event event : events) {
                receipts.add("r" + receipts.size());
                sent.add(event);
            }
            return receipts;
        }
    }
}
