package io.ticketing.triage.run;

import io.ticketing.events.ActorKind;
import io.ticketing.events.Fact;
import io.ticketing.events.TicketChanged;
import io.ticketing.events.TicketCreated;
import io.ticketing.events.TicketUnassigned;
import io.ticketing.triage.analysis.TicketText;
import io.ticketing.triage.assignment.AssigningTicket;
import io.ticketing.triage.desk.TicketCases;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down that a ticket has to be triaged; the worker does it. */
@ApplicationScoped
public class BeginningRun {

    private final TriageRuns runs;
    private final TicketCases cases;
    private final AssigningTicket assigning;
    private final TriageWorker worker;
    private final TriageConfig config;
    private final Clock clock;

    BeginningRun(
            TriageRuns runs,
            TicketCases cases,
            AssigningTicket assigning,
            TriageWorker worker,
            TriageConfig config,
            Clock clock) {
        this.runs = runs;
        this.cases = cases;
        this.assigning = assigning;
        this.worker = worker;
        this.config = config;
        this.clock = clock;
    }

    /** Begins the run of a new ticket; the same fact again changes nothing. */
    public void begin(Fact fact, TicketCreated created) {
        begin(run(fact, created, firstTurn(fact)));
    }

    /** Begins another run when the ticket says something else than before; the run that was under way stops. */
    public void beginAnew(Fact fact, TicketChanged changed) {
        TicketChanged.Wording wording = changed.wording();
        if (wording != null) {
            TicketText text = new TicketText(wording.title(), wording.description(), wording.hashtags());
            begin(run(fact, changed.requesterId(), text, ageOf(fact), waitOf(fact), nextTurn(fact)));
        }
    }

    /** A person says how urgent a ticket is or what it takes: if it waits, it waits by that from now on. */
    public void steer(Fact fact, TicketChanged changed) {
        if (cases.enter(fact, changed) && runs.wakeQueued(changed.ticketId())) {
            worker.runIsDue();
        }
    }

    /** Opens the run of a ticket again that a rule took away from its assignee; what a person takes away a person gives on. */
    public void goOn(Fact fact, TicketUnassigned unassigned) {
        if (unassigned.by().kind() == ActorKind.RULE) {
            runs.reopen(unassigned.ticketId(), fact.id());
            worker.runIsDue();
        }
    }

    /**
     * What the older run had found is void, so its place is given up before the newer run looks for one. Should this die in between, the newer
     * run finds the place, and keeps or leaves it.
     */
    private void begin(RunDocument run) {
        String ticketId = run.ticketId();
        if (cases.isDeleted(ticketId) || runs.hasNewerThan(ticketId, run.ticketVersion())) {
            return;
        }
        if (runs.stopOlderThan(ticketId, run.ticketVersion())) {
            assigning.giveUp(ticketId);
        }
        cases.open(ticketId);
        runs.begin(run);
        if (cases.isDeleted(ticketId)) {
            runs.removeAllOf(ticketId);
        }
        if (run.ticketVersion() > 1) {
            // Somebody may have wanted a run of what it said before at this very moment.
            runs.stopOlderThan(ticketId, run.ticketVersion());
        }
        worker.runIsDue();
    }

    /** When a worker may take a new run: at once, or when the engine that leads it has not come, though it may have known for as long. */
    private Instant firstTurn(Fact fact) {
        return switch (config.engine()) {
            case KAFKA -> clock.instant();
            case INNGEST -> fact.time().plus(config.patience());
        };
    }

    /** When a worker may take the run of a new wording: not at once, since another may follow, but no later than the run that it replaces. */
    private Instant nextTurn(Fact fact) {
        return switch (config.engine()) {
            case KAFKA ->
                runs.newest(fact.subject())
                        .filter(replaced -> replaced.lease() == null)
                        .map(RunDocument::wakeAt)
                        .orElseGet(() -> clock.instant().plus(config.calm()));
            case INNGEST -> firstTurn(fact);
        };
    }

    /** A new wording keeps the ticket's place among those that wait. */
    private Instant ageOf(Fact fact) {
        return runs.newest(fact.subject()).map(RunDocument::createdAt).orElse(fact.time());
    }

    /** Nor does its wait begin anew. */
    private @Nullable Instant waitOf(Fact fact) {
        return runs.newest(fact.subject())
                .filter(replaced -> !replaced.hasEnded() && replaced.assigneeId() == null)
                .map(RunDocument::waitsSince)
                .orElse(null);
    }

    static RunDocument run(Fact fact, TicketCreated created, Instant firstTurn) {
        TicketText text = new TicketText(created.title(), created.description(), created.hashtags());
        return run(fact, created.requesterId(), text, fact.time(), null, firstTurn);
    }

    private static RunDocument run(
            Fact fact,
            String requesterId,
            TicketText text,
            Instant createdAt,
            @Nullable Instant waitingSince,
            Instant firstTurn) {
        return new RunDocument(
                fact.id(),
                fact.subject(),
                requesterId,
                text.title(),
                text.description(),
                text.hashtags(),
                fact.sequence(),
                1,
                RunState.ACTIVE,
                Step.START,
                createdAt,
                firstTurn.truncatedTo(ChronoUnit.MILLIS),
                null,
                0,
                0,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                waitingSince,
                null,
                null,
                null,
                List.of(),
                null);
    }
}
