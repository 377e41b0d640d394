package io.ticketing.triage.run;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.Updates;
import io.ticketing.events.Analysis;
import io.ticketing.events.FactData;
import io.ticketing.events.TriageCompleted;
import io.ticketing.events.TriageNeedsReview;
import io.ticketing.events.TriageQueued;
import io.ticketing.events.TriageStarted;
import io.ticketing.triage.analysis.AnalysisResult;
import io.ticketing.triage.analysis.TicketAnalyser;
import io.ticketing.triage.analysis.TicketAnalysis;
import io.ticketing.triage.analysis.TicketText;
import io.ticketing.triage.assignment.AssigningTicket;
import io.ticketing.triage.assignment.Assignment;
import io.ticketing.triage.assignment.Candidate;
import io.ticketing.triage.assignment.Need;
import io.ticketing.triage.assignment.Staff;
import io.ticketing.triage.assignment.Turn;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/**
 * The steps of a run. Each does its work, then remembers the result, the next step and the facts in one write that only the holder of the
 * lease can make. Whoever comes after a crash goes on with the step that was not remembered.
 */
public final class TriageWorkflow {

    private final RunWriter writer;
    private final TicketAnalyser analyser;
    private final AssigningTicket assigning;
    private final Staff staff;
    private final Clock clock;

    /** With these parts. */
    public TriageWorkflow(
            RunWriter writer, TicketAnalyser analyser, AssigningTicket assigning, Staff staff, Clock clock) {
        this.writer = writer;
        this.analyser = analyser;
        this.assigning = assigning;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Does all steps that can be done now.
     *
     * @param taken a run that is held
     * @return the run as it stands; empty when somebody else has taken it meanwhile
     */
    public Optional<RunDocument> advance(RunDocument taken) {
        Optional<RunDocument> run = Optional.of(taken);
        while (run.isPresent() && run.get().wakeAt() != null) {
            run = step(run.get());
        }
        return run;
    }

    /** Ends a run that cannot end by itself; a place that was taken for its ticket is free again. */
    public Optional<RunDocument> giveToReview(RunDocument run, String reason) {
        Bson change = Updates.combine(
                Updates.set("state", RunState.NEEDS_REVIEW), Updates.set("reason", reason), Updates.unset("wakeAt"));
        TicketAnalysis found = run.analysis();
        Analysis analysis = found == null ? null : told(found);
        Optional<RunDocument> ended = writer.write(
                run, change, new TriageNeedsReview(run.ticketId(), run.id(), run.ticketVersion(), analysis, reason));
        ended.map(RunDocument::ticketId).ifPresent(assigning::giveUp);
        return ended;
    }

    /**
     * Does the next step of a run that is held; whatever it is, nothing is done for a ticket that is over, or that has a newer run. Empty when
     * somebody else has taken it meanwhile.
     */
    Optional<RunDocument> step(RunDocument run) {
        if (!writer.counts(run)) {
            return giveWay(run);
        }
        Optional<String> over = assigning.whyOver(run.ticketId());
        if (over.isPresent()) {
            return giveToReview(run, over.get());
        }
        return switch (run.next()) {
            case START -> start(run);
            case ANALYSE -> analyse(run);
            case ASSIGN -> assign(run);
            case COMPLETE -> complete(run);
        };
    }

    /** To a run that somebody wanted at the moment when this one was opened again. */
    private Optional<RunDocument> giveWay(RunDocument run) {
        return writer.write(
                run,
                Updates.combine(
                        Updates.set("state", RunState.SUPERSEDED), Updates.unset("wakeAt"), Updates.unset("outbox")));
    }

    private Optional<RunDocument> start(RunDocument run) {
        writer.silenceBefore(run);
        return writer.write(
                run,
                Updates.set("next", Step.ANALYSE),
                new TriageStarted(run.ticketId(), run.id(), run.ticketVersion()));
    }

    private Optional<RunDocument> analyse(RunDocument run) {
        AnalysisResult result = analyser.analyse(
                new TicketText(run.title(), run.description(), run.hashtags()), staff.moderatorSkills());
        Bson change = Updates.combine(
                Updates.set("next", Step.ASSIGN),
                Updates.set("analysis", result.analysis()),
                Updates.set("rank", Turn.rank(result.analysis().priority())),
                Updates.set("attempts", result.attempts()));
        return writer.write(run, change);
    }

    private Optional<RunDocument> assign(RunDocument run) {
        Need need = assigning.asSet(run.need());
        return switch (assigning.assign(need)) {
            case Assignment.Assigned assigned -> remember(run, need, assigned);
            case Assignment.Needless(String reason, List<Candidate> none) -> giveToReview(run, reason);
            case Assignment.Waiting(String reason, List<Candidate> candidates) -> queue(run, need, reason, candidates);
        };
    }

    private Optional<RunDocument> remember(RunDocument run, Need need, Assignment.Assigned assigned) {
        Bson change = Updates.combine(
                soughtBy(need),
                Updates.set("next", Step.COMPLETE),
                Updates.set("state", RunState.ACTIVE),
                Updates.set("assigneeId", assigned.assigneeId()),
                Updates.set("explanation", assigned.explanation()),
                Updates.set("candidates", assigned.candidates()));
        Optional<RunDocument> remembered = writer.write(run, change);
        if (remembered.isEmpty()) {
            takeBackUnlessRemembered(run, assigned.assigneeId());
        }
        return remembered;
    }

    /**
     * The run is not ours any more. Another worker that has taken it finds the place that we took, or has taken one already; where a newer run
     * has taken over, or the ticket is gone, nobody may look for it.
     */
    private void takeBackUnlessRemembered(RunDocument run, String assigneeId) {
        Optional<RunDocument> newest = writer.newest(run.ticketId());
        boolean isFoundByAnother = newest.filter(now -> now.id().equals(run.id()) && now.assigneeId() == null)
                .isPresent();
        boolean isRemembered =
                newest.filter(now -> assigneeId.equals(now.assigneeId())).isPresent();
        if (!isFoundByAnother && !isRemembered) {
            assigning.giveUp(run.ticketId(), assigneeId);
        }
    }

    private Optional<RunDocument> queue(RunDocument run, Need need, String reason, List<Candidate> candidates) {
        Bson change = Updates.combine(
                soughtBy(need),
                Updates.set("state", RunState.QUEUED),
                Updates.set("reason", reason),
                Updates.set("candidates", candidates),
                Updates.unset("wakeAt"));
        if (run.queuedAt() != null) {
            return writer.write(run, change);
        }
        Bson first = Updates.combine(change, Updates.set("queuedAt", clock.instant()));
        return writer.write(
                run, first, new TriageQueued(run.ticketId(), run.id(), run.ticketVersion(), analysis(run), reason));
    }

    private Optional<RunDocument> complete(RunDocument run) {
        String assigneeId = requireNonNull(run.assigneeId(), "assigneeId");
        if (staff.isHindered(assigneeId) || !assigning.isStillFor(run.sought(), assigneeId)) {
            return assignAnew(run);
        }
        Bson change =
                Updates.combine(Updates.set("state", RunState.DONE), Updates.unset("wakeAt"), Updates.unset("reason"));
        FactData completed = new TriageCompleted(
                run.ticketId(),
                run.id(),
                run.ticketVersion(),
                analysis(run),
                assigneeId,
                requireNonNull(run.explanation(), "explanation"));
        return writer.write(run, change, completed);
    }

    /** Whoever was found cannot work any more or has lost the place, or a person has decided otherwise. */
    private Optional<RunDocument> assignAnew(RunDocument run) {
        Bson change = Updates.combine(
                Updates.set("next", Step.ASSIGN), Updates.unset("assigneeId"), Updates.unset("explanation"));
        return writer.write(run, change);
    }

    private static Bson soughtBy(Need need) {
        return Updates.combine(Updates.set("rank", need.turn().rank()), Updates.set("skills", need.skills()));
    }

    private static Analysis analysis(RunDocument run) {
        return told(requireNonNull(run.analysis(), "analysis"));
    }

    private static Analysis told(TicketAnalysis analysis) {
        return new Analysis(
                analysis.summary(),
                analysis.priority(),
                analysis.helpfulNotes(),
                analysis.relatedSkills(),
                analysis.confidence(),
                analysis.engine(),
                analysis.model(),
                analysis.promptVersion());
    }
}
