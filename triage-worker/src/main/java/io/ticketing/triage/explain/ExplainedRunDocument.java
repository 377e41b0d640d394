package io.ticketing.triage.explain;

import com.mongodb.client.model.Projections;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.triage.analysis.AnalysisAttempt;
import io.ticketing.triage.analysis.TicketAnalysis;
import io.ticketing.triage.assignment.Candidate;
import io.ticketing.triage.run.RunState;
import io.ticketing.triage.run.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a run; the text of the ticket is the ticket's.
 *
 * @param next the step to do next; kept when the run has ended
 * @param steps when each step was remembered last, by its name; null in runs of earlier versions
 * @param rank how urgent somebody was looked for, 3 for high to 1 for low priority
 * @param skills what somebody was looked for by last; null until then
 * @param reason why it waits or needs a person
 */
@RegisterForReflection
public record ExplainedRunDocument(
        @BsonId String id,
        String ticketId,
        long ticketVersion,
        RunState state,
        Step next,
        Instant createdAt,
        @Nullable Map<String, Instant> steps,
        @Nullable TicketAnalysis analysis,
        @Nullable Integer rank,
        @Nullable List<String> skills,
        List<AnalysisAttempt> attempts,
        List<Candidate> candidates,
        @Nullable Instant queuedAt,
        @Nullable String reason,
        @Nullable String assigneeId,
        @Nullable String explanation) {

    static final Bson FIELDS = Projections.include(
            "ticketId",
            "ticketVersion",
            "state",
            "next",
            "createdAt",
            "steps",
            "analysis",
            "rank",
            "skills",
            "attempts",
            "candidates",
            "queuedAt",
            "reason",
            "assigneeId",
            "explanation");

    /** When that step was remembered; null when it was not. */
    @Nullable
    Instant doneAt(Step step) {
        return steps == null ? null : steps.get(step.name());
    }
}
