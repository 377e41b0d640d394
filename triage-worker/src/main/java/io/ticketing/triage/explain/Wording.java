package io.ticketing.triage.explain;

import io.ticketing.triage.run.RetriedRun;
import java.util.Locale;

/** What runs are said to be. */
final class Wording {

    private Wording() {}

    /** Why there is this run: the ticket was opened, says something else, or somebody wanted it triaged again. */
    static String cause(ExplainedRunDocument run) {
        if (RetriedRun.isOne(run.id())) {
            return "retried";
        }
        return run.ticketVersion() == 1 ? "created" : "changed";
    }

    static String state(ExplainedRunDocument run) {
        return run.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
