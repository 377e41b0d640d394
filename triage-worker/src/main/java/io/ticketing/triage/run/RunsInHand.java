package io.ticketing.triage.run;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The runs that one worker has in hand, with their leases. As long as a run is among them this worker does not take it again, though its
 * lease may have run out while the database was away.
 */
final class RunsInHand {

    private final String owner = UUID.randomUUID().toString();
    private final TriageRuns runs;
    private final Map<String, Lease> leases = new HashMap<>();

    RunsInHand(TriageRuns runs) {
        this.runs = runs;
    }

    /** Takes a run that is due, if there is one. */
    synchronized Optional<RunDocument> takeDue() {
        return held(runs.takeDue(owner, leases.keySet()));
    }

    /** Takes that run, if it is queued and nobody has it. */
    synchronized Optional<RunDocument> takeQueued(String id) {
        return leases.containsKey(id) ? Optional.empty() : held(runs.takeQueued(id, owner));
    }

    /** Takes that run for its next step, if it has one and nobody has it. */
    synchronized Optional<RunDocument> takeLed(String id) {
        return leases.containsKey(id) ? Optional.empty() : held(runs.takeLed(id, owner));
    }

    /** Lengthens the leases. Nobody lets a run go meanwhile, so that none that was let go is touched. */
    synchronized void giveSignOfLife() {
        if (!leases.isEmpty()) {
            runs.renew(leases);
        }
    }

    /** The run is not in hand any more; its lease may run out. */
    synchronized void letGo(RunDocument run) {
        leases.remove(run.id(), requireNonNull(run.lease(), "lease"));
    }

    /** Ends all leases, so that any other worker may go on. */
    void giveBackAll() {
        runs.giveBack(owner);
    }

    private Optional<RunDocument> held(Optional<RunDocument> taken) {
        taken.ifPresent(run -> leases.put(run.id(), requireNonNull(run.lease(), "lease")));
        return taken;
    }
}
