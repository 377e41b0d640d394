package io.ticketing.triage.run;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * Who works on a run.
 *
 * @param owner the worker; null when nobody has it in hand, and an engine outside leads it
 * @param token counts the leases of this run; whoever holds an older one writes nothing any more
 */
@RegisterForReflection
public record Lease(@Nullable String owner, long token) {}
