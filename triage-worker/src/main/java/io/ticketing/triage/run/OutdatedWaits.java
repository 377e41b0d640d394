package io.ticketing.triage.run;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCursor;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.ticketing.triage.assignment.AssigningTicket;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Finds the runs that wait for what their tickets do not need any more. Whoever finds that a ticket has to wait looks himself whether something was
 * told of it at that moment, unless he dies just then.
 */
@ApplicationScoped
class OutdatedWaits {

    private static final Logger LOG = Logger.getLogger(OutdatedWaits.class);

    private final TriageRuns runs;
    private final AssigningTicket assigning;

    OutdatedWaits(TriageRuns runs, AssigningTicket assigning) {
        this.runs = runs;
        this.assigning = assigning;
    }

    /** Looks once; the next look sees to what fails. */
    @Scheduled(
            every = "${ticketing.sweep}",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "outdated-waits")
    void find() {
        try (MongoCursor<QueuedRunDocument> waiting = runs.waitingLine().all()) {
            while (waiting.hasNext()) {
                QueuedRunDocument run = waiting.next();
                if (assigning.isOutdated(run.need())) {
                    runs.wakeQueued(run.ticketId());
                }
            }
        } catch (MongoException away) {
            LOG.warnf("outdated waits are looked for later: %s", away.getClass().getSimpleName());
        }
    }
}
