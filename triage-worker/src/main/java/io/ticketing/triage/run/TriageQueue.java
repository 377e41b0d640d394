package io.ticketing.triage.run;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCursor;
import io.ticketing.triage.assignment.AssigningTicket;
import io.ticketing.triage.assignment.Outlook;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Serves the runs that wait for somebody, highest priority first, then oldest: when somebody may have become free, and once a second in any
 * case. One after the other, so that a newer one never overtakes an equal older one.
 */
final class TriageQueue {

    private static final Logger LOG = Logger.getLogger(TriageQueue.class);

    private final TriageRuns runs;
    private final RunsInHand inHand;
    private final AssigningTicket assigning;
    private final Consumer<RunDocument> work;
    private final Semaphore wakeUps = new Semaphore(0);

    TriageQueue(TriageRuns runs, RunsInHand inHand, AssigningTicket assigning, Consumer<RunDocument> work) {
        this.runs = runs;
        this.inHand = inHand;
        this.assigning = assigning;
        this.work = work;
    }

    void wake() {
        wakeUps.release();
    }

    /** That run waits from now on. What was told or became free while it was found that it has to wait has woken nobody. */
    void joinedBy(RunDocument run) {
        if (assigning.isSettled(run.ticketId())) {
            runs.wakeQueued(run.ticketId());
        }
        wake();
    }

    /** Serves until its thread is interrupted. */
    void serve() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (wakeUps.tryAcquire(1, TimeUnit.SECONDS)) {
                    wakeUps.drainPermits();
                }
                serveOnce();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void serveOnce() {
        try (MongoCursor<QueuedRunDocument> waiting = runs.queued()) {
            if (waiting.hasNext()) {
                serve(waiting);
            }
        } catch (MongoException away) {
            LOG.warnf("the queue waits: %s", away.getClass().getSimpleName());
        } catch (RuntimeException unforeseen) {
            LOG.errorf("the queue could not be served: %s", FailureTrace.of(unforeseen));
        }
    }

    private void serve(MongoCursor<QueuedRunDocument> waiting) {
        Outlook outlook = assigning.outlook();
        while (waiting.hasNext()) {
            QueuedRunDocument run = waiting.next();
            Optional<RunDocument> taken =
                    outlook.isServable(run.need()) ? inHand.takeQueued(run.id()) : Optional.empty();
            if (taken.isPresent()) {
                work.accept(taken.get());
                outlook = assigning.outlook();
            }
        }
    }
}
