package io.ticketing.triage.explain;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Priority;
import io.ticketing.triage.analysis.TicketAnalysis;
import io.ticketing.triage.assignment.Turn;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody was looked for by. */
@Schema(
        name = "TriageSought",
        description = "What somebody was looked for by last: what was analysed, and what a person has set instead")
@RegisterForReflection
public record SoughtView(Priority priority, List<String> skills) {

    /** Null where nobody was looked for yet. Runs of earlier versions looked for what was analysed. */
    static @Nullable SoughtView of(ExplainedRunDocument run) {
        Integer rank = run.rank();
        List<String> skills = run.skills() == null ? analysed(run) : run.skills();
        return rank == null || skills == null ? null : new SoughtView(Turn.priority(rank), skills);
    }

    private static @Nullable List<String> analysed(ExplainedRunDocument run) {
        TicketAnalysis analysis = run.analysis();
        return analysis == null || run.candidates().isEmpty() ? null : analysis.relatedSkills();
    }
}
