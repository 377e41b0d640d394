package io.ticketing.triage.run;

import com.mongodb.MongoException;
import com.mongodb.client.model.Updates;
import io.ticketing.triage.analysis.AnalysisStopped;
import io.ticketing.triage.assignment.AssigningTicket;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jboss.logging.Logger;

/**
 * Takes due runs and works on them, so many at once and no more; the others wait in the database. Runs whose worker died are due when their
 * lease ends, for every worker.
 */
public final class TriageWorker {

    private static final Logger LOG = Logger.getLogger(TriageWorker.class);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);
    private static final int SIGNS_PER_LEASE = 3;
    private static final int SHUTDOWN_GRACE_SECONDS = 5;
    private static final int MAX_DOUBLINGS = 10;
    /** For runs that take their worker with them, and so raise no failure. Generous, since all else that it had in hand is taken again too. */
    private static final int MOST_TAKINGS = 10;

    private final TriageRuns runs;
    private final RunsInHand inHand;
    private final TriageWorkflow workflow;
    private final TriageQueue queue;
    private final TriageConfig config;
    private final Clock clock;
    private final Semaphore permits;
    private final Semaphore due = new Semaphore(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** A worker with a name of its own. */
    public TriageWorker(
            TriageRuns runs, TriageWorkflow workflow, AssigningTicket assigning, TriageConfig config, Clock clock) {
        this.runs = runs;
        this.inHand = new RunsInHand(runs);
        this.workflow = workflow;
        this.config = config;
        this.clock = clock;
        this.permits = new Semaphore(config.concurrency());
        this.queue = new TriageQueue(runs, inHand, assigning, this::work);
    }

    /** Begins to work. */
    public void start() {
        threads.execute(this::takeRuns);
        threads.execute(this::giveSignsOfLife);
        threads.execute(queue::serve);
    }

    /** There is a new run: looks at once, and does not wait for the next poll. */
    public void runIsDue() {
        due.release();
    }

    /** Somebody may be able to take a ticket now. */
    public void somebodyIsFree() {
        queue.wake();
    }

    /**
     * Does the next step of a run that an engine leads, if that is {@code step} or one before, and leaves it to the engine again. A run whose
     * step fails is not left: as with all others, a worker tries again.
     *
     * @return the run as it stands then; empty when it is gone
     * @throws RunIsHeldException when somebody else has it, or will have it, or this worker has its hands full
     */
    Optional<RunDocument> lead(String runId, Step step) {
        if (!permits.tryAcquire()) {
            throw new RunIsHeldException();
        }
        RunDocument taken;
        try {
            taken = inHand.takeLed(runId).orElseThrow(RunIsHeldException::new);
            work(taken, run -> run.hasToDo(step) ? workflow.step(run) : Optional.of(run));
        } finally {
            permits.release();
        }
        Optional<RunDocument> now = runs.find(runId);
        if (now.filter(run -> run.hasToDo(step) && run.version() == taken.version())
                .isPresent()) {
            throw new RunIsHeldException();
        }
        runs.leave(taken, config.patience());
        return now;
    }

    /** Stops, and gives back what it has in hand. */
    public void stop() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(SHUTDOWN_GRACE_SECONDS, TimeUnit.SECONDS);
        try {
            inHand.giveBackAll();
        } catch (MongoException away) {
            LOG.warn("the runs in hand could not be given back; their leases end by themselves");
        }
    }

    private void takeRuns() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                permits.acquire();
                Optional<RunDocument> taken = takeDue();
                if (taken.isPresent()) {
                    threads.execute(() -> workAndLetNextIn(taken.get()));
                } else {
                    permits.release();
                    awaitDueRun();
                }
            }
        } catch (InterruptedException | RejectedExecutionException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitDueRun() throws InterruptedException {
        if (due.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
            due.drainPermits();
        }
    }

    private Optional<RunDocument> takeDue() {
        try {
            return inHand.takeDue();
        } catch (MongoException away) {
            LOG.warnf("no run could be taken: %s", away.getClass().getSimpleName());
            return Optional.empty();
        } catch (RuntimeException unforeseen) {
            LOG.errorf("no run could be taken: %s", FailureTrace.of(unforeseen));
            return Optional.empty();
        }
    }

    private void workAndLetNextIn(RunDocument run) {
        try {
            work(run);
        } finally {
            permits.release();
        }
    }

    private boolean work(RunDocument run) {
        return work(run, workflow::advance);
    }

    /** Advances a run that was taken; whatever goes wrong is noted on the run, or its lease ends. Says whether it waits for somebody. */
    private boolean work(RunDocument run, Function<RunDocument, Optional<RunDocument>> advancing) {
        try {
            if (run.takings() > MOST_TAKINGS) {
                giveToReview(run, "Triage was begun %d times without getting any further.".formatted(MOST_TAKINGS));
            } else {
                Optional<RunDocument> waiting = advancing.apply(run).filter(now -> now.state() == RunState.QUEUED);
                waiting.ifPresent(now -> join(run, now));
                return waiting.isPresent();
            }
        } catch (AnalysisStopped stopping) {
            LOG.debugf("run %s is given back", run.id());
        } catch (MongoException away) {
            LOG.warnf("run %s waits: %s", run.id(), away.getClass().getSimpleName());
            tryAgainLater(run, 0);
        } catch (RuntimeException | Error unforeseen) {
            LOG.errorf("run %s failed: %s", run.id(), FailureTrace.of(unforeseen));
            failed(run);
        } finally {
            inHand.letGo(run);
        }
        return false;
    }

    /** The run is let go first, or the queue could not wake it. */
    private void join(RunDocument run, RunDocument queued) {
        inHand.letGo(run);
        queue.joinedBy(queued, run.queuedAt() != null);
    }

    private void failed(RunDocument run) {
        if (run.failures() + 1 < config.maxFailures()) {
            tryAgainLater(run, 1);
        } else {
            giveToReview(
                    run,
                    "Triage failed %d times in a way that nobody foresaw; the worker's log says more."
                            .formatted(config.maxFailures()));
        }
    }

    private void giveToReview(RunDocument run, String reason) {
        try {
            runs.find(run.id())
                    .filter(now -> Objects.equals(now.lease(), run.lease()))
                    .ifPresent(now -> workflow.giveToReview(now, reason));
        } catch (MongoException away) {
            LOG.warnf(
                    "run %s waits for its review: %s", run.id(), away.getClass().getSimpleName());
        }
    }

    /** The run is let go first, since a sign of life would lengthen the pause. */
    private void tryAgainLater(RunDocument run, int failures) {
        inHand.letGo(run);
        int doublings = Math.clamp(run.takings() - 1L, 0, MAX_DOUBLINGS);
        Duration wanted = config.backoff().multipliedBy(1L << doublings);
        Duration pause = wanted.compareTo(LONGEST_BACKOFF) < 0 ? wanted : LONGEST_BACKOFF;
        Bson change = Updates.combine(
                Updates.inc("failures", failures),
                Updates.set("wakeAt", clock.instant().plus(pause)));
        try {
            runs.write(run, change);
        } catch (MongoException away) {
            LOG.debugf("run %s waits for the end of its lease", run.id());
        }
    }

    private void giveSignsOfLife() {
        Duration pause = config.lease().dividedBy(SIGNS_PER_LEASE);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(pause);
                renewHeld();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void renewHeld() {
        try {
            inHand.giveSignOfLife();
        } catch (MongoException away) {
            LOG.warnf("no sign of life could be given: %s", away.getClass().getSimpleName());
        }
    }
}
