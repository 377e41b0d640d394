package io.ticketing.triage.explain;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Priority;
import io.ticketing.triage.analysis.TicketAnalysis;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was read out of the ticket. */
@Schema(name = "TriageAnalysis")
@RegisterForReflection
public record AnalysisView(
        String summary,
        Priority priority,
        String helpfulNotes,
        List<String> relatedSkills,

        @Schema(description = "Null when the engine gives none", minimum = "0", maximum = "1", nullable = true)
        @Nullable
        Double confidence) {

    static AnalysisView of(TicketAnalysis analysis) {
        return new AnalysisView(
                analysis.summary(),
                analysis.priority(),
                analysis.helpfulNotes(),
                analysis.relatedSkills(),
                analysis.confidence());
    }
}
