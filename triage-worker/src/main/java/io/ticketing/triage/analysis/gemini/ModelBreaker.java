package io.ticketing.triage.analysis.gemini;

import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * Gives a model up that fails too often, and lets one call at a time try later whether it is back. A call that we ended ourselves says nothing of
 * the model: it counts neither as failed nor as good, and when it was the one that tried, the next one tries. The library's breaker counts every
 * call that it guards, so it guards none, and is told afterwards how those ended that count.
 */
final class ModelBreaker {

    private static final Logger LOG = Logger.getLogger(ModelBreaker.class);

    private final String name;
    private final TypedGuard<GeminiOutcome> counter;
    private final Semaphore trying = new Semaphore(1);

    ModelBreaker(String model, GeminiConfig.Breaker config) {
        this.name = "gemini " + model;
        this.counter = TypedGuard.create(GeminiOutcome.class)
                .withDescription(name)
                .withCircuitBreaker()
                .name(name)
                .failOn(ModelFailure.class)
                .requestVolumeThreshold(config.calls())
                .failureRatio(config.ratio())
                .delay(config.delay().toMillis(), ChronoUnit.MILLIS)
                .onStateChange(state -> tell(model, state))
                .done()
                .build();
    }

    /** Whether the model is given up for now. */
    boolean isOpen() {
        return state() == CircuitBreakerState.OPEN;
    }

    /** How the call ended, or that none was made. A call that is interrupted does not count. */
    GeminiOutcome call(Call call) throws InterruptedException {
        return switch (state()) {
            case OPEN -> new GeminiOutcome.CircuitOpen();
            case HALF_OPEN -> trying(call);
            case CLOSED -> counted(call);
        };
    }

    /** Who tried before may have found out meanwhile that the model is still dead. */
    private GeminiOutcome trying(Call call) throws InterruptedException {
        if (!trying.tryAcquire()) {
            return new GeminiOutcome.CircuitOpen();
        }
        try {
            return isOpen() ? new GeminiOutcome.CircuitOpen() : counted(call);
        } finally {
            trying.release();
        }
    }

    private GeminiOutcome counted(Call call) throws InterruptedException {
        GeminiOutcome outcome = call.make();
        if (outcome.speaksOfModel()) {
            count(outcome);
        }
        return outcome;
    }

    private void count(GeminiOutcome outcome) {
        try {
            counter.get(() -> {
                if (outcome.isFailureOfModel()) {
                    throw new ModelFailure();
                }
                return outcome;
            });
        } catch (ModelFailure counted) {
            LOG.tracef("%s counts", outcome.word());
        } catch (CircuitBreakerOpenException late) {
            LOG.tracef("%s is late: the model is given up already", outcome.word());
        }
    }

    private CircuitBreakerState state() {
        return CircuitBreakerMaintenance.get().currentState(name);
    }

    private static void tell(String model, CircuitBreakerState state) {
        switch (state) {
            case OPEN -> LOG.warnf("%s fails too often and is not called for a while", model);
            case HALF_OPEN -> LOG.debugf("%s is tried again", model);
            case CLOSED -> LOG.infof("%s is back", model);
        }
    }

    /** A call to the model. */
    @FunctionalInterface
    interface Call {
        GeminiOutcome make() throws InterruptedException;
    }

    /** What the library's breaker counts. */
    private static final class ModelFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
