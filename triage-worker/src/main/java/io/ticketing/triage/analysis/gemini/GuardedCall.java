package io.ticketing.triage.analysis.gemini;

import dev.langchain4j.model.chat.request.ChatRequest;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.ticketing.triage.analysis.AnalysisStopped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/** Calls to one model: so many at once, and none while it is dead, but now and then one that tries whether it is back. */
final class GuardedCall {

    private static final Logger LOG = Logger.getLogger(GuardedCall.class);

    private final GeminiCall call;
    private final Duration callTimeout;
    private final Semaphore places;
    private final TypedGuard<GeminiOutcome> breaker;

    GuardedCall(String model, GeminiCall call, GeminiConfig config) {
        this.call = call;
        this.callTimeout = config.callTimeout();
        this.places = new Semaphore(config.callsAtOnce(), true);
        this.breaker = breaker(model, config.breaker());
    }

    /** How a call ended, or why none was made; after {@code patience} at the latest, the wait for a place included. */
    GeminiOutcome make(ChatRequest request, Duration patience, Function<String, GeminiOutcome> check)
            throws InterruptedException {
        long begin = System.nanoTime();
        if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return new GeminiOutcome.Crowded();
        }
        try {
            Duration left = patience.minusNanos(System.nanoTime() - begin);
            Duration timeout = left.compareTo(callTimeout) < 0 ? left : callTimeout;
            return breaker.get(() -> failingWithModel(request, timeout, check));
        } catch (CircuitBreakerOpenException open) {
            return new GeminiOutcome.CircuitOpen();
        } catch (ModelFailure failure) {
            return failure.outcome;
        } finally {
            places.release();
        }
    }

    private GeminiOutcome failingWithModel(
            ChatRequest request, Duration timeout, Function<String, GeminiOutcome> check) {
        try {
            GeminiOutcome outcome = call.make(request, timeout, check);
            if (outcome.isFailureOfModel()) {
                throw new ModelFailure(outcome);
            }
            return outcome;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AnalysisStopped(stopping);
        }
    }

    private static TypedGuard<GeminiOutcome> breaker(String model, GeminiConfig.Breaker config) {
        return TypedGuard.create(GeminiOutcome.class)
                .withDescription("gemini " + model)
                .withCircuitBreaker()
                .name("gemini " + model)
                .failOn(ModelFailure.class)
                .requestVolumeThreshold(config.calls())
                .failureRatio(config.ratio())
                .delay(config.delay().toMillis(), ChronoUnit.MILLIS)
                .onStateChange(state -> tell(model, state))
                .done()
                .build();
    }

    private static void tell(String model, CircuitBreakerState state) {
        switch (state) {
            case OPEN -> LOG.warnf("%s fails too often and is not called for a while", model);
            case HALF_OPEN -> LOG.debugf("%s is tried again", model);
            case CLOSED -> LOG.infof("%s is back", model);
        }
    }

    /** What the breaker counts. */
    private static final class ModelFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient GeminiOutcome outcome;

        ModelFailure(GeminiOutcome outcome) {
            super(outcome.word());
            this.outcome = outcome;
        }
    }
}
