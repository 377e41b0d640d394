package io.ticketing.triage.run;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Who works on a run.
 *
 * @param owner the worker
 * @param token counts the leases of this run; whoever holds an older one writes nothing any more
 */
@RegisterForReflection
public record Lease(String owner, long token) {}
