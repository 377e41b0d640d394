package io.ticketing.auth.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One act. It names people by their ids alone, and holds no secret.
 *
 * @param id 24 hex digits; later entries have greater ones
 * @param at when
 * @param action what was done
 * @param result whether it was done
 * @param actorId who did it; null for the system itself, and for somebody who is not known
 * @param subjectId to whom; null when it was done to nobody
 * @param address from where; null when it did not come from outside
 * @param details what else matters, such as {@code from} and {@code to}
 */
public record AuditEntry(
        String id,
        Instant at,
        AuditedAction action,
        AuditResult result,
        @Nullable String actorId,
        @Nullable String subjectId,
        @Nullable String address,
        Map<String, String> details) {

    public AuditEntry {
        details = Map.copyOf(details);
    }

    /** The same with one more detail. */
    public AuditEntry with(String name, String value) {
        Map<String, String> more = new HashMap<>(details);
        more.put(name, value);
        return new AuditEntry(id, at, action, result, actorId, subjectId, address, more);
    }

    /** The same for an act that came from there, but is done outside of its request. */
    public AuditEntry from(@Nullable String where) {
        return new AuditEntry(id, at, action, result, actorId, subjectId, where, details);
    }

    /** Nothing of where from, so that it may stand in a log. */
    @Override
    public String toString() {
        return "AuditEntry[" + id + ", " + action.wireName() + "]";
    }
}
