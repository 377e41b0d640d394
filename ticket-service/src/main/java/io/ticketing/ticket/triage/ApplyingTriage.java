package io.ticketing.ticket.triage;

import io.ticketing.events.Actor;
import io.ticketing.events.Analysis;
import io.ticketing.events.Engine;
import io.ticketing.events.FactData;
import io.ticketing.events.TicketAssigned;
import io.ticketing.events.TicketStatus;
import io.ticketing.events.TicketStatusChanged;
import io.ticketing.events.TicketUnassigned;
import io.ticketing.events.TriageCompleted;
import io.ticketing.events.TriageNeedsReview;
import io.ticketing.events.TriageQueued;
import io.ticketing.events.TriageStarted;
import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.Triage;
import io.ticketing.ticket.TriageState;
import io.ticketing.ticket.triage.TriageOutcome.Changed;
import io.ticketing.ticket.triage.TriageOutcome.Unchanged;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** The rules by which a ticket follows triage: late news never moves it back, and an assignee that it has stays. */
final class ApplyingTriage {

    private ApplyingTriage() {}

    /**
     * What the news does to the ticket, were it applied at that time.
     *
     * @param gone whether a user was deleted
     */
    static TriageOutcome apply(Ticket ticket, FactData news, Predicate<String> gone, Instant now) {
        return switch (news) {
            case TriageStarted started -> started(ticket, started, now);
            case TriageQueued queued
            when ticket.triage().leadsTo(TriageState.QUEUED, queued.runId()) -> queued(ticket, queued, now);
            case TriageCompleted completed
            when ticket.triage().leadsTo(TriageState.DONE, completed.runId()) ->
                ticket.assignedTo() == null && gone.test(completed.assigneeId())
                        ? completedInVain(ticket, completed, now)
                        : completed(ticket, completed, now);
            case TriageNeedsReview review
            when ticket.triage().leadsTo(TriageState.NEEDS_REVIEW, review.runId()) -> needsReview(ticket, review, now);
            default -> new Unchanged();
        };
    }

    /** Work has begun, even if that is heard late; a ticket that has left {@code active} was moved on already. */
    private static TriageOutcome started(Ticket ticket, TriageStarted started, Instant now) {
        boolean begins = ticket.status() == TicketStatus.ACTIVE;
        boolean runs = ticket.triage().leadsTo(TriageState.RUNNING, started.runId());
        if (!begins && !runs) {
            return new Unchanged();
        }
        Triage triage = runs ? ticket.triage().running(started.runId(), now) : ticket.triage();
        return begins
                ? new Changed(TicketStatus.IN_PROGRESS, triage, null, null, List.of(moved(ticket)))
                : new Changed(ticket.status(), triage, null, null, List.of());
    }

    private static TriageOutcome queued(Ticket ticket, TriageQueued queued, Instant now) {
        Analysis analysis = queued.analysis();
        Triage triage = ticket.triage().queued(queued.runId(), analysis, queued.reason(), now);
        return new Changed(ticket.status(), triage, analysis, null, List.of());
    }

    private static TriageOutcome completed(Ticket ticket, TriageCompleted completed, Instant now) {
        Analysis analysis = completed.analysis();
        Triage triage = ticket.triage().done(completed.runId(), analysis, completed.explanation(), now);
        return ticket.assignedTo() == null
                ? new Changed(
                        ticket.status(), triage, analysis, completed.assigneeId(), List.of(assigned(ticket, completed)))
                : new Changed(ticket.status(), triage, analysis, null, List.of());
    }

    /** Nobody gets it; triage hears that, and finds somebody else. */
    private static TriageOutcome completedInVain(Ticket ticket, TriageCompleted completed, Instant now) {
        Analysis analysis = completed.analysis();
        Triage triage = ticket.triage()
                .done(completed.runId(), analysis, completed.explanation(), now)
                .pendingAgain(now);
        FactData unassigned = new TicketUnassigned(ticket.id(), completed.assigneeId(), Actor.rule());
        return new Changed(ticket.status(), triage, analysis, null, List.of(unassigned));
    }

    private static TriageOutcome needsReview(Ticket ticket, TriageNeedsReview review, Instant now) {
        Triage triage = ticket.triage().needsReview(review.runId(), review.analysis(), review.reason(), now);
        return new Changed(ticket.status(), triage, review.analysis(), null, List.of());
    }

    private static FactData moved(Ticket ticket) {
        return new TicketStatusChanged(ticket.id(), TicketStatus.ACTIVE, TicketStatus.IN_PROGRESS, Actor.rule());
    }

    private static FactData assigned(Ticket ticket, TriageCompleted completed) {
        Analysis analysis = completed.analysis();
        return new TicketAssigned(
                ticket.id(),
                ticket.title(),
                completed.assigneeId(),
                analysis.priority(),
                analysis.summary(),
                analysis.helpfulNotes(),
                analysis.relatedSkills(),
                completed.explanation(),
                analysis.engine() == Engine.GEMINI ? Actor.ai() : Actor.rule());
    }
}
