package io.ticketing.auth.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries a list holds; what is empty leaves out none.
 *
 * @param actorId who did it
 * @param subjectId to whom
 * @param action what was done
 * @param from then or later
 * @param to before then
 */
public record AuditFilter(
        Optional<String> actorId,
        Optional<String> subjectId,
        Optional<AuditedAction> action,
        Optional<Instant> from,
        Optional<Instant> to) {}
