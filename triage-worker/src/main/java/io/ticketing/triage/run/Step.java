package io.ticketing.triage.run;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The steps of a run, in their order. A run remembers which one is next. */
@RegisterForReflection
public enum Step {
    START,
    ANALYSE,
    ASSIGN,
    COMPLETE
}
