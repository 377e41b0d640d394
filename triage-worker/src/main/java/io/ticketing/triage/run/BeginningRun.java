package io.ticketing.triage.run;

import io.ticketing.events.ActorKind;
import io.ticketing.events.Fact;
import io.ticketing.events.TicketCreated;
import io.ticketing.events.TicketUnassigned;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes down that a ticket has to be triaged; the worker does it. */
@ApplicationScoped
public class BeginningRun {

    private final TriageRuns runs;
    private final TriageWorker worker;
    private final Clock clock;

    BeginningRun(TriageRuns runs, TriageWorker worker, Clock clock) {
        this.runs = runs;
        this.worker = worker;
        this.clock = clock;
    }

    /** Begins the run of a new ticket; the same fact again changes nothing. */
    public void begin(Fact fact, TicketCreated created) {
        runs.begin(run(fact, created, clock.instant()));
        worker.runIsDue();
    }

    /** Opens the run of a ticket again that a rule took away from its assignee; what a person takes away a person gives on. */
    public void goOn(Fact fact, TicketUnassigned unassigned) {
        if (unassigned.by().kind() == ActorKind.RULE) {
            runs.reopen(unassigned.ticketId(), fact.id());
            worker.runIsDue();
        }
    }

    static RunDocument run(Fact fact, TicketCreated created, Instant now) {
        return new RunDocument(
                fact.id(),
                created.ticketId(),
                created.requesterId(),
                created.title(),
                created.description(),
                created.hashtags(),
                1,
                RunState.ACTIVE,
                Step.START,
                fact.time(),
                now.truncatedTo(ChronoUnit.MILLIS),
                null,
                0,
                0,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }
}
