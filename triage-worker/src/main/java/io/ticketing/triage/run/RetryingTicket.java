package io.ticketing.triage.run;

import io.ticketing.triage.desk.TicketCases;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Has a ticket triaged again because a person wants it. A worker of this service leads the new run, whatever engine leads others. */
@ApplicationScoped
public class RetryingTicket {

    private final TriageRuns runs;
    private final TicketCases cases;
    private final TriageWorker worker;
    private final Clock clock;

    RetryingTicket(TriageRuns runs, TicketCases cases, TriageWorker worker, Clock clock) {
        this.runs = runs;
        this.cases = cases;
        this.worker = worker;
        this.clock = clock;
    }

    /** Begins a new run, unless one is under way. */
    public Retrying retry(String ticketId) {
        Optional<RunDocument> latest = runs.newest(ticketId);
        if (latest.isEmpty() || cases.isDeleted(ticketId)) {
            return Retrying.UNKNOWN;
        }
        if (cases.isOver(ticketId)) {
            return Retrying.OVER;
        }
        if (latest.get().hasEnded()) {
            begin(latest.get());
        }
        return cases.isDeleted(ticketId) ? forget(ticketId) : Retrying.UNDER_WAY;
    }

    /**
     * If the ticket says something else meanwhile, the run of that is the one that counts.
     */
    private void begin(RunDocument before) {
        RunDocument again =
                before.again(RetriedRun.idAfter(before.id()), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        runs.begin(again);
        runs.newest(before.ticketId())
                .filter(newest -> newest.ticketVersion() > again.ticketVersion())
                .ifPresent(newest -> runs.stopOlderThan(newest.ticketId(), newest.ticketVersion()));
        worker.runIsDue();
    }

    /** It was deleted while the new run began. */
    private Retrying forget(String ticketId) {
        runs.removeAllOf(ticketId);
        return Retrying.UNKNOWN;
    }
}
