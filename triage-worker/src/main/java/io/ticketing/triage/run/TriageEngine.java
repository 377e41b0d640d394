package io.ticketing.triage.run;

/** Who leads a run from step to step. The steps are the same, and each is remembered in the run, so that no two engines do it twice. */
public enum TriageEngine {
    /** This service's own workers, as soon as the ticket's fact has come through Kafka. */
    KAFKA,
    /** Inngest calls step after step; a run that it does not lead on falls to the workers after a while. */
    INNGEST
}
