package io.ticketing.triage.run;

import com.mongodb.client.model.Updates;
import io.ticketing.events.Fact;
import io.ticketing.events.FactData;
import io.ticketing.outbox.Outbox;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.conversions.Bson;

/** Writes what a step has found and when, together with the facts that tell of it. */
public final class RunWriter {

    private final TriageRuns runs;
    private final Outbox outbox;
    private final Consumer<String> carrier;
    private final Clock clock;

    /**
     * Writes to these runs.
     *
     * @param carrier is told the ids of runs whose facts wait
     */
    public RunWriter(TriageRuns runs, Outbox outbox, Consumer<String> carrier, Clock clock) {
        this.runs = runs;
        this.outbox = outbox;
        this.carrier = carrier;
        this.clock = clock;
    }

    /** The run afterwards; empty when it is no longer held, and nothing was written. */
    Optional<RunDocument> write(RunDocument run, Bson change, FactData... told) {
        long version = run.version() + 1;
        Bson versioned = Updates.combine(
                change,
                Updates.set("version", version),
                Updates.set("takings", 0),
                Updates.set("steps." + run.next().name(), clock.instant()));
        if (told.length == 0) {
            return runs.write(run, versioned);
        }
        Fact[] facts = Arrays.stream(told)
                .map(data -> Fact.of(run.ticketId(), version, clock.instant(), data))
                .toArray(Fact[]::new);
        Optional<RunDocument> written = runs.write(run, Updates.combine(versioned, outbox.adding(facts)));
        written.map(RunDocument::id).ifPresent(carrier);
        return written;
    }

    /** Whether that run is the one of its ticket that counts. */
    boolean counts(RunDocument run) {
        return newest(run.ticketId())
                .filter(newest -> newest.id().equals(run.id()))
                .isPresent();
    }

    /** Runs of its ticket before that one have nothing to tell any more. */
    void silenceBefore(RunDocument run) {
        runs.silenceBefore(run);
    }

    /** The run of that ticket that counts, as it stands for everybody. */
    Optional<RunDocument> newest(String ticketId) {
        return runs.newest(ticketId);
    }
}
