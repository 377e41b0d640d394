package io.ticketing.triage.run;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.ticketing.standing.KnownUser;
import io.ticketing.triage.desk.Desks;
import io.ticketing.triage.desk.PlaceFreed;
import io.ticketing.triage.desk.TicketCases;
import io.ticketing.triage.desk.TicketSettled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Starts and stops the worker with the service, and tells it when somebody may be free. */
@ApplicationScoped
class WorkerLife {

    private final TriageRuns runs;
    private final Desks desks;
    private final TicketCases cases;
    private final TriageWorker worker;
    private final TriageConfig config;

    WorkerLife(TriageRuns runs, Desks desks, TicketCases cases, TriageWorker worker, TriageConfig config) {
        this.runs = runs;
        this.desks = desks;
        this.cases = cases;
        this.worker = worker;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        runs.ensureIndexes();
        desks.ensureIndex();
        cases.ensureIndex();
        if (config.engine() == TriageEngine.KAFKA) {
            runs.endAllLeads();
        }
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        worker.stop();
    }

    void userChanged(@Observes KnownUser user) {
        if (user.isStaff()) {
            worker.somebodyIsFree();
        }
    }

    void ticketSettled(@Observes TicketSettled settled) {
        if (runs.wakeQueued(settled.ticketId())) {
            worker.runIsDue();
        }
    }

    void placeFreed(@Observes PlaceFreed freed) {
        worker.somebodyIsFree();
    }
}
