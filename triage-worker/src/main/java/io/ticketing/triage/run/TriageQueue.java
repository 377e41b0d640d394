package io.ticketing.triage.run;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCursor;
import io.ticketing.triage.assignment.AssigningTicket;
import io.ticketing.triage.assignment.Outlook;
import io.ticketing.triage.assignment.Plan;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Serves the runs that wait for somebody, highest priority first, then oldest: when somebody may have become free, and once a second in any
 * case, since somebody comes back when his time has come, or another replica heard of it. One after the other, so that a newer one never
 * overtakes an equal older one.
 */
final class TriageQueue {

    private static final Logger LOG = Logger.getLogger(TriageQueue.class);

    private final TriageRuns runs;
    private final RunsInHand inHand;
    private final AssigningTicket assigning;
    private final Predicate<RunDocument> work;
    private final Semaphore wakeUps = new Semaphore(0);

    /**
     * The queue of one worker.
     *
     * @param work advances a run, and says whether it waits afterwards
     */
    TriageQueue(TriageRuns runs, RunsInHand inHand, AssigningTicket assigning, Predicate<RunDocument> work) {
        this.runs = runs;
        this.inHand = inHand;
        this.assigning = assigning;
        this.work = work;
    }

    void wake() {
        wakeUps.release();
    }

    /**
     * That run waits from now on. What was told or became free while it was found that it has to wait has woken nobody; of one that waited
     * before the next round finds that out.
     */
    void joinedBy(RunDocument run, boolean waitedBefore) {
        if (assigning.isOutdated(run.sought())) {
            runs.wakeQueued(run.ticketId());
        }
        if (!waitedBefore) {
            wake();
        }
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
        try (MongoCursor<QueuedRunDocument> waiting = runs.waitingLine().all()) {
            if (waiting.hasNext()) {
                serve(waiting);
            }
        } catch (MongoException away) {
            LOG.warnf("the queue waits: %s", away.getClass().getSimpleName());
        } catch (RuntimeException unforeseen) {
            LOG.errorf("the queue could not be served: %s", FailureTrace.of(unforeseen));
        }
    }

    /** Ends when one that was served has to wait on, for whatever it waits the others would too; the next round begins at the front again. */
    private void serve(MongoCursor<QueuedRunDocument> waiting) {
        Outlook outlook = assigning.outlook();
        boolean goesOn = true;
        while (goesOn && waiting.hasNext()) {
            QueuedRunDocument run = waiting.next();
            if (outlook.plan(run.need()) instanceof Plan.Give give) {
                Optional<RunDocument> taken = inHand.takeQueued(run.id());
                goesOn = taken.isEmpty() || !work.test(taken.get());
                outlook = taken.isEmpty() ? outlook.after(give) : assigning.outlook();
            }
        }
    }
}
