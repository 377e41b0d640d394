package io.ticketing.auth.audit;

import java.time.Instant;

/**
 * A place in the order of all entries.
 *
 * @param at when the entry there was made
 * @param id that entry, which decides between entries of the same millisecond
 */
public record AuditPlace(Instant at, String id) {

    /** The place of that entry. */
    public static AuditPlace of(AuditEntry entry) {
        return new AuditPlace(entry.at(), entry.id());
    }
}
