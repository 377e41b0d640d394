package io.ticketing.triage.analysis;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Engine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to analyse a ticket.
 *
 * @param engine who was asked
 * @param model the model's name, when it was one
 * @param outcome in one word, such as {@code answered} or {@code timed-out}; never what the model said
 * @param at when it began
 * @param millis how long it took, in milliseconds
 */
@RegisterForReflection
public record AnalysisAttempt(Engine engine, @Nullable String model, String outcome, Instant at, long millis) {

    public AnalysisAttempt {
        requireNonNull(engine, "engine");
        requireNonNull(outcome, "outcome");
        requireNonNull(at, "at");
    }
}
