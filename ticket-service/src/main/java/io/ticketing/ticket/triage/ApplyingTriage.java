package io.ticketing.ticket.triage;

import static io.ticketing.ticket.history.TicketField.ASSIGNED_TO;

import io.ticketing.events.Actor;
import io.ticketing.events.Analysis;
import io.ticketing.events.Engine;
import io.ticketing.events.FactData;
import io.ticketing.events.TicketStatus;
import io.ticketing.events.TicketUnassigned;
import io.ticketing.events.TriageCompleted;
import io.ticketing.events.TriageNeedsReview;
import io.ticketing.events.TriageNews;
import io.ticketing.events.TriageQueued;
import io.ticketing.events.TriageStarted;
import io.ticketing.standing.Hindrance;
import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.TicketChange;
import io.ticketing.ticket.TicketEdit;
import io.ticketing.ticket.Triage;
import io.ticketing.ticket.TriageRun;
import io.ticketing.ticket.TriageState;
import io.ticketing.ticket.release.WhyReleased;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which a ticket follows triage. Late news never moves it back, and a person always wins: what he has set stays, and so does an
 * assignee; what triage found instead is a suggestion.
 */
final class ApplyingTriage {

    private static final String LEFT_TO_PEOPLE =
            "A person took it from whoever had it, so a person has to say who does it now.";

    private ApplyingTriage() {}

    /**
     * What the news does to the ticket, were it applied at that time.
     *
     * @param hindrance what keeps a user from working on tickets
     */
    static TicketChange apply(
            Ticket ticket, FactData news, Function<String, Optional<Hindrance>> hindrance, Instant now) {
        Triage triage = ticket.triage();
        return switch (news) {
            case TriageStarted started -> started(ticket, started, now);
            case TriageQueued queued
            when triage.leadsTo(TriageState.QUEUED, run(queued)) ->
                found(ticket, queued.analysis(), triage.queued(run(queued), queued.analysis(), queued.reason(), now));
            case TriageCompleted completed
            when triage.leadsTo(TriageState.DONE, run(completed)) -> completed(ticket, completed, hindrance, now);
            case TriageNeedsReview review
            when triage.leadsTo(TriageState.NEEDS_REVIEW, run(review)) ->
                found(
                        ticket,
                        review.analysis(),
                        triage.needsReview(run(review), review.analysis(), review.reason(), now));
            default -> TicketChange.of(ticket);
        };
    }

    /** Work has begun, even if that is heard late; a ticket that has left {@code active} was moved on already. */
    private static TicketChange started(Ticket ticket, TriageStarted started, Instant now) {
        boolean begins = ticket.status() == TicketStatus.ACTIVE;
        boolean runs = ticket.triage().leadsTo(TriageState.RUNNING, run(started));
        return TicketChange.of(ticket)
                .then(Actor.rule(), null, edit -> edit.status(begins ? TicketStatus.IN_PROGRESS : ticket.status())
                        .triage(runs ? ticket.triage().running(run(started), now) : ticket.triage()));
    }

    private static TicketChange completed(
            Ticket ticket, TriageCompleted completed, Function<String, Optional<Hindrance>> hindrance, Instant now) {
        Analysis analysis = completed.analysis();
        String assigneeId = completed.assigneeId();
        Triage done = ticket.triage().done(run(completed), analysis, completed.explanation(), now);
        boolean decided = ticket.assignedTo() != null || ticket.setByPeople().contains(ASSIGNED_TO) || ticket.isOver();
        if (decided) {
            boolean nobodys = ticket.assignedTo() == null && !ticket.isOver();
            Triage triage = nobodys ? ticket.triage().needsReview(run(completed), analysis, LEFT_TO_PEOPLE, now) : done;
            return found(ticket, analysis, triage)
                    .suggesting(actor(analysis), completed.explanation(), edit -> edit.assignedTo(assigneeId));
        }
        return hindrance
                .apply(assigneeId)
                .map(why -> inVain(ticket, completed, done.pendingAgain(WhyReleased.of(why), now)))
                .orElseGet(() -> found(ticket, analysis, done)
                        .then(actor(analysis), completed.explanation(), edit -> edit.assignedTo(assigneeId)));
    }

    /** Nobody gets it; triage hears that, and finds somebody else. */
    private static TicketChange inVain(Ticket ticket, TriageCompleted completed, Triage pending) {
        return found(ticket, completed.analysis(), pending)
                .telling(new TicketUnassigned(ticket.id(), completed.assigneeId(), Actor.rule()));
    }

    private static TicketChange found(Ticket ticket, @Nullable Analysis analysis, Triage triage) {
        return TicketChange.of(ticket)
                .proposing(actor(analysis), null, edit -> with(analysis, edit).triage(triage));
    }

    private static TicketEdit with(@Nullable Analysis analysis, TicketEdit edit) {
        return analysis == null
                ? edit
                : edit.priority(analysis.priority())
                        .summary(analysis.summary())
                        .helpfulNotes(analysis.helpfulNotes())
                        .relatedSkills(analysis.relatedSkills());
    }

    private static TriageRun run(TriageNews news) {
        return new TriageRun(news.runId(), news.ticketVersion());
    }

    private static Actor actor(@Nullable Analysis analysis) {
        return analysis != null && analysis.engine() == Engine.GEMINI ? Actor.ai() : Actor.rule();
    }
}
