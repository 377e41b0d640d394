package io.ticketing.triage.run;

import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.bson.conversions.Bson;

/** The runs as a worker sees them that dies when it writes the result of one step: from then on it does nothing any more. */
final class MortalRuns extends TriageRuns {

    private final Step at;
    private final boolean afterTheWrite;
    private volatile boolean dead;

    MortalRuns(MongoCollection<RunDocument> runs, Clock clock, Duration lease, Step at, boolean afterTheWrite) {
        super(runs, clock, lease);
        this.at = at;
        this.afterTheWrite = afterTheWrite;
    }

    boolean isDead() {
        return dead;
    }

    @Override
    public Optional<RunDocument> write(RunDocument run, Bson change) {
        live();
        if (run.next() == at) {
            if (afterTheWrite) {
                super.write(run, change);
            }
            dead = true;
        }
        live();
        return super.write(run, change);
    }

    @Override
    public Optional<RunDocument> takeDue(String owner, Collection<String> inHand) {
        live();
        return super.takeDue(owner, inHand);
    }

    @Override
    public void renew(Map<String, Lease> leases) {
        live();
        super.renew(leases);
    }

    @Override
    public void giveBack(String owner) {
        if (!dead) {
            super.giveBack(owner);
        }
    }

    private void live() {
        if (dead) {
            throw new Killed();
        }
    }

    /** Not an exception, so that nobody handles it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
