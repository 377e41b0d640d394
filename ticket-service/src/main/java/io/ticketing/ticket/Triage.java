package io.ticketing.ticket;

import io.ticketing.events.Analysis;
import io.ticketing.events.Engine;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What triage says of a ticket.
 *
 * @param state how far the latest run has come
 * @param runs the runs that were seen, the latest last; at most {@value #REMEMBERED_RUNS}
 * @param wordingVersion the ticket's version in which it said what the latest run is about; null when that is not known
 * @param engine what analysed the ticket, once it is analysed
 * @param model the model's name, when it was one
 * @param confidence 0 to 1, when the engine gives one
 * @param promptVersion version of the instructions or rules that the engine followed
 * @param reason why the ticket waits, or needs a person
 * @param explanation why this assignee
 * @param updatedAt when any of this changed last
 */
public record Triage(
        TriageState state,
        List<String> runs,
        @Nullable Long wordingVersion,
        @Nullable Engine engine,
        @Nullable String model,
        @Nullable Double confidence,
        @Nullable String promptVersion,
        @Nullable String reason,
        @Nullable String explanation,
        Instant updatedAt) {

    private static final String ASSIGNED = "Assigned by a person.";
    private static final int REMEMBERED_RUNS = 20;

    public Triage {
        runs = List.copyOf(runs);
    }

    /** Nothing has happened yet. */
    public static Triage pending(Instant now) {
        return new Triage(TriageState.PENDING, List.of(), null, null, null, null, null, null, null, now);
    }

    /** Whether news of that run may lead to that state: not when they come late, nor when a newer run has taken over. */
    public boolean leadsTo(TriageState next, TriageRun run) {
        if (!runs.contains(run.id())) {
            return runs.isEmpty() || !run.isBefore(new TriageRun(runs.getLast(), wordingVersion));
        }
        return runs.getLast().equals(run.id()) && state.leadsTo(next);
    }

    /** A run has begun; what an earlier one found stays until there is something newer. */
    public Triage running(TriageRun run, Instant now) {
        return new Triage(
                TriageState.RUNNING,
                with(run),
                versionWith(run),
                engine,
                model,
                confidence,
                promptVersion,
                null,
                null,
                now);
    }

    /** Analysed, and waiting for somebody who can take it. */
    public Triage queued(TriageRun run, Analysis analysis, String why, Instant now) {
        return analysed(TriageState.QUEUED, run, analysis, why, null, now);
    }

    /** The assignee cannot work, so the run has somebody else to find; one that has not found anybody yet just goes on. */
    public Triage pendingAgain(String why, Instant now) {
        return state.endsRun() ? as(TriageState.PENDING, why, null, now) : this;
    }

    /** All of it has to be found out anew, for that reason, whatever a run has found or is about to find. */
    public Triage anew(String why, Instant now) {
        return state == TriageState.PENDING ? this : as(TriageState.PENDING, why, null, now);
    }

    /** A person has found somebody, so nobody has to be waited for; a run that is at work just goes on. */
    public Triage assignedByPerson(Instant now) {
        return state == TriageState.QUEUED || state == TriageState.NEEDS_REVIEW
                ? as(TriageState.DONE, null, ASSIGNED, now)
                : this;
    }

    /** Nobody has the ticket, for that reason, and a person has to say who does. A run that is at work finds that out by itself, and more. */
    public Triage needsPerson(String why, Instant now) {
        return state == TriageState.PENDING || state == TriageState.RUNNING
                ? this
                : as(TriageState.NEEDS_REVIEW, why, null, now);
    }

    /** Analysed and assigned. */
    public Triage done(TriageRun run, Analysis analysis, String why, Instant now) {
        return analysed(TriageState.DONE, run, analysis, null, why, now);
    }

    /** A person has to look; the analysis is null when it did not come that far. */
    public Triage needsReview(TriageRun run, @Nullable Analysis analysis, String why, Instant now) {
        return analysis == null
                ? new Triage(
                        TriageState.NEEDS_REVIEW,
                        with(run),
                        versionWith(run),
                        engine,
                        model,
                        confidence,
                        promptVersion,
                        why,
                        null,
                        now)
                : analysed(TriageState.NEEDS_REVIEW, run, analysis, why, null, now);
    }

    private Triage as(TriageState next, @Nullable String why, @Nullable String whyThisAssignee, Instant now) {
        return new Triage(
                next, runs, wordingVersion, engine, model, confidence, promptVersion, why, whyThisAssignee, now);
    }

    private Triage analysed(
            TriageState next,
            TriageRun run,
            Analysis analysis,
            @Nullable String why,
            @Nullable String whyThisAssignee,
            Instant now) {
        return new Triage(
                next,
                with(run),
                versionWith(run),
                analysis.engine(),
                analysis.model(),
                analysis.confidence(),
                analysis.promptVersion(),
                why,
                whyThisAssignee,
                now);
    }

    private List<String> with(TriageRun run) {
        if (runs.contains(run.id())) {
            return runs;
        }
        return Stream.concat(runs.stream().skip(Math.max(0, runs.size() - REMEMBERED_RUNS + 1)), Stream.of(run.id()))
                .toList();
    }

    private @Nullable Long versionWith(TriageRun run) {
        boolean isKnown = run.wordingVersion() == null && runs.contains(run.id());
        return isKnown ? wordingVersion : run.wordingVersion();
    }
}
