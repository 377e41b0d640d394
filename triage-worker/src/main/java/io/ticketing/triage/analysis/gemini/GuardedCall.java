package io.ticketing.triage.analysis.gemini;

import dev.langchain4j.model.chat.request.ChatRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Calls to one model: so many at once, and none while it is dead, but now and then one that tries whether it is back. */
final class GuardedCall {

    private final GeminiCall call;
    private final Duration callTimeout;
    private final Semaphore places;
    private final ModelBreaker breaker;

    GuardedCall(String model, GeminiCall call, GeminiConfig config) {
        this.call = call;
        this.callTimeout = config.callTimeout();
        this.places = new Semaphore(config.callsAtOnce(), true);
        this.breaker = new ModelBreaker(model, config.breaker());
    }

    /** How a call ended, or why none was made; when the time is over at the latest, the wait for a place included. */
    GeminiOutcome make(ChatRequest request, TimeLeft time, Function<String, GeminiOutcome> check)
            throws InterruptedException {
        if (isGivenUp()) {
            return new GeminiOutcome.CircuitOpen();
        }
        if (time.isOver()) {
            return new GeminiOutcome.OutOfTime();
        }
        if (!places.tryAcquire(time.left().toNanos(), TimeUnit.NANOSECONDS)) {
            return new GeminiOutcome.Crowded();
        }
        try {
            return time.isOver()
                    ? new GeminiOutcome.Crowded()
                    : breaker.call(() -> within(time.left(), request, check));
        } finally {
            places.release();
        }
    }

    /** Whether calls are not made for now. */
    boolean isGivenUp() {
        return breaker.isOpen();
    }

    /** A call that had to be over before its time, because the ticket's was, says nothing of the model by its silence. */
    private GeminiOutcome within(Duration left, ChatRequest request, Function<String, GeminiOutcome> check)
            throws InterruptedException {
        boolean whole = left.compareTo(callTimeout) >= 0;
        GeminiOutcome outcome = call.make(request, whole ? callTimeout : left, check);
        return outcome instanceof GeminiOutcome.TimedOut && !whole ? new GeminiOutcome.OutOfTime() : outcome;
    }
}
