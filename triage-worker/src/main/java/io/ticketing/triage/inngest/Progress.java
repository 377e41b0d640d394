package io.ticketing.triage.inngest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.triage.run.RunDocument;
import io.ticketing.triage.run.RunState;
import io.ticketing.triage.run.Step;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come: all that Inngest remembers of a step. What was found stays in the run.
 *
 * @param outcome how the run ended, or that it waits in the queue; null while Inngest leads it
 * @param next the step to do; null when there is none for Inngest
 */
@RegisterForReflection
record Progress(@Nullable String outcome, @Nullable Step next) {

    static final Progress BEGUN = new Progress(null, Step.START);
    static final Progress DELETED = new Progress("deleted", null);

    static Progress of(RunDocument run) {
        return run.state() == RunState.ACTIVE
                ? new Progress(null, run.next())
                : new Progress(run.state().name().toLowerCase(Locale.ROOT).replace('_', '-'), null);
    }
}
