package io.ticketing.triage.explain;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.triage.run.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A step of a run.
 *
 * @param state how far it has come
 * @param endedAt when its result was remembered, or when the run stopped there; null while it was not, and where that was not written down
 */
@Schema(name = "TriageStep")
@RegisterForReflection
public record StepView(
        @Schema(enumeration = {"start", "analyse", "assign", "complete"})
        String name,

        @Schema(
                description = "waiting: for somebody who is free; stopped: the run ended here",
                enumeration = {"done", "running", "waiting", "stopped", "open"})
        String state,

        @Schema(description = "When its result was there, or the run ended here") @Nullable
        Instant endedAt) {

    static List<StepView> of(ExplainedRunDocument run) {
        return Arrays.stream(Step.values()).map(step -> of(step, run)).toList();
    }

    private static StepView of(Step step, ExplainedRunDocument run) {
        String state = state(step, run);
        boolean ended = state.equals("done") || state.equals("stopped");
        return new StepView(step.name().toLowerCase(Locale.ROOT), state, ended ? run.doneAt(step) : null);
    }

    private static String state(Step step, ExplainedRunDocument run) {
        int behind = step.compareTo(run.next());
        if (behind != 0) {
            return behind < 0 ? "done" : "open";
        }
        return switch (run.state()) {
            case ACTIVE -> "running";
            case QUEUED -> "waiting";
            case DONE -> "done";
            case NEEDS_REVIEW, SUPERSEDED -> "stopped";
        };
    }
}
