package io.ticketing.triage.analysis.gemini;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** One call, with an end, of its connection too: the client's own timeout starts anew with every byte that trickles in. */
@ApplicationScoped
class GeminiCall {

    private final ChatModel model;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    GeminiCall(ChatModel model) {
        this.model = model;
    }

    /** What the check makes of the answer, or how the call failed; after {@code timeout} at the latest. */
    GeminiOutcome make(ChatRequest request, Duration timeout, Function<String, GeminiOutcome> check)
            throws InterruptedException {
        CallConnection connection = new CallConnection();
        Future<ChatResponse> call = calls.submit(() -> connection.over(() -> model.chat(request)));
        try {
            String said = call.get(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .aiMessage()
                    .text();
            return said == null ? new GeminiOutcome.NoCandidate() : check.apply(said);
        } catch (TimeoutException silent) {
            return new GeminiOutcome.TimedOut();
        } catch (ExecutionException failed) {
            return GeminiFailures.outcome(failed.getCause());
        } finally {
            if (!call.isDone()) {
                connection.cut();
            }
            call.cancel(true);
        }
    }

    @PreDestroy
    void close() {
        calls.shutdownNow();
    }
}
