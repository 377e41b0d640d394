package io.ticketing.triage.explain;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Engine;
import io.ticketing.triage.analysis.AnalysisAttempt;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One try to analyse the ticket.
 *
 * @param model the model's name, when it was one
 * @param outcome in words; never what a model said
 * @param millis how long it took, in milliseconds
 */
@Schema(name = "TriageAttempt")
@RegisterForReflection
public record AttemptView(
        Engine engine,
        @Schema(nullable = true) @Nullable String model,

        @Schema(description = "What came of it, in words", examples = "timed out")
        String outcome,

        Instant at,

        @Schema(description = "How long it took, in milliseconds")
        long millis) {

    static AttemptView of(AnalysisAttempt attempt) {
        return new AttemptView(
                attempt.engine(), attempt.model(), attempt.outcome().replace('-', ' '), attempt.at(), attempt.millis());
    }
}
