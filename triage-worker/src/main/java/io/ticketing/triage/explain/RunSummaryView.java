package io.ticketing.triage.explain;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An earlier run in brief. */
@Schema(name = "TriageRunSummary")
@RegisterForReflection
public record RunSummaryView(
        @Schema(examples = "0193a5b0-7c1e-7d3a-9b1f-2f6f7f1c9a10")
        String runId,

        @Schema(enumeration = {"created", "changed", "retried"})
        String cause,

        @Schema(enumeration = {"active", "queued", "done", "needs-review", "superseded"})
        String state,

        @Schema(description = "Why it needed a person", nullable = true) @Nullable
        String reason,

        Instant createdAt) {

    static RunSummaryView of(ExplainedRunDocument run) {
        return new RunSummaryView(run.id(), Wording.cause(run), Wording.state(run), run.reason(), run.createdAt());
    }
}
