package io.ticketing.triage.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Runs as an engine outside leads them, step by step. A step that is done is not done again, whoever asks; and while one is under way, nobody
 * else does it: not the engine that has lost its patience and asks again, and no worker.
 */
@ApplicationScoped
public class LedRuns {

    private final TriageRuns runs;
    private final TriageWorker worker;

    LedRuns(TriageRuns runs, TriageWorker worker) {
        this.runs = runs;
        this.worker = worker;
    }

    /**
     * Does that step, unless it is done.
     *
     * @return the run as it stands then; empty when there is none
     * @throws RunIsHeldException when somebody else works on it, or the step has failed, so that a worker will
     */
    public Optional<RunDocument> advance(String runId, Step step) {
        Optional<RunDocument> run = runs.find(runId);
        if (run.isPresent() && run.get().hasToDo(step)) {
            return worker.lead(runId, step);
        }
        return run;
    }

    /** The engine gives the run up; a worker goes on with it at once. */
    public void giveUp(String runId) {
        runs.endLead(runId);
        worker.runIsDue();
    }
}
