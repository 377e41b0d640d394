package io.ticketing.triage.run;

import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.bson.conversions.Bson;

/** The runs as a worker sees them when something happens just before it writes the result of one step. */
final class MeddledRuns extends TriageRuns {

    private final Step at;
    private final Runnable meddling;

    MeddledRuns(MongoCollection<RunDocument> runs, Clock clock, Duration lease, Step at, Runnable meddling) {
        super(runs, clock, lease);
        this.at = at;
        this.meddling = meddling;
    }

    @Override
    public Optional<RunDocument> write(RunDocument run, Bson change) {
        if (run.next() == at) {
            meddling.run();
        }
        return super.write(run, change);
    }
}
