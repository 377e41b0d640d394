package io.ticketing.triage.explain;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Engine;
import io.ticketing.triage.analysis.TicketAnalysis;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a ticket was triaged: the run that counts, and those before it in brief.
 *
 * @param sought null until somebody was looked for
 * @param queuedAt since when it waits, or when it began to
 * @param reason why it waits or needs a person
 * @param explanation why this assignee
 */
@Schema(name = "TriageRun", description = "How a ticket was triaged, and why so")
@RegisterForReflection
public record RunView(
        @Schema(examples = "66f0c0ffee0123456789abcd") String ticketId,

        @Schema(examples = "0193a5b0-7c1e-7d3a-9b1f-2f6f7f1c9a10")
        String runId,

        @Schema(
                description =
                        "created: the ticket was opened; changed: it says something else; retried: somebody wanted so",
                enumeration = {"created", "changed", "retried"})
        String cause,

        @Schema(enumeration = {"active", "queued", "done", "needs-review", "superseded"})
        String state,

        Instant createdAt,
        List<StepView> steps,

        @Schema(description = "What analysed the ticket; null until then") @Nullable
        Engine engine,

        @Schema(description = "The model's name, when it was one", nullable = true) @Nullable
        String model,

        @Schema(description = "Version of the instructions or rules", nullable = true) @Nullable
        String promptVersion,

        @Schema(description = "Null until analysed") @Nullable
        AnalysisView analysis,

        List<AttemptView> attempts,

        @Nullable SoughtView sought,

        @Schema(description = "Since when it waits for somebody, if it ever had to") @Nullable
        Instant queuedAt,

        @Schema(description = "Why it waits, or needs a person", nullable = true) @Nullable
        String reason,

        @Schema(description = "Whom triage found; null until then") @Nullable
        PersonView assignee,

        @Schema(description = "Why this assignee", nullable = true) @Nullable
        String explanation,

        @Schema(description = "Everybody who was considered last")
        List<CandidateView> candidates,

        @Schema(description = "The runs before, newest first")
        List<RunSummaryView> earlier) {

    static RunView of(ExplainedRunDocument run, List<ExplainedRunDocument> earlier, People people) {
        TicketAnalysis analysis = run.analysis();
        SoughtView sought = SoughtView.of(run);
        int skills = sought == null ? 0 : sought.skills().size();
        String assigneeId = run.assigneeId();
        return new RunView(
                run.ticketId(),
                run.id(),
                Wording.cause(run),
                Wording.state(run),
                run.createdAt(),
                StepView.of(run),
                analysis == null ? null : analysis.engine(),
                analysis == null ? null : analysis.model(),
                analysis == null ? null : analysis.promptVersion(),
                analysis == null ? null : AnalysisView.of(analysis),
                run.attempts().stream().map(AttemptView::of).toList(),
                sought,
                run.queuedAt(),
                run.reason(),
                assigneeId == null ? null : people.person(assigneeId),
                run.explanation(),
                run.candidates().stream()
                        .map(candidate ->
                                CandidateView.of(candidate, people.person(candidate.userId()), skills, assigneeId))
                        .toList(),
                earlier.stream().map(RunSummaryView::of).toList());
    }
}
