package io.ticketing.auth.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Whether it was done. */
@RegisterForReflection
public enum AuditResult {
    /** It was done. */
    @JsonProperty("done")
    DONE,
    /** It was refused. */
    @JsonProperty("refused")
    REFUSED
}
