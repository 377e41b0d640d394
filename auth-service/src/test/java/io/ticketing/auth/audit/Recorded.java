package io.ticketing.auth.audit;

import java.util.List;
import java.util.Optional;

/** What the audit log holds of somebody. */
public final class Recorded {

    private Recorded() {}

    /** All that was done to that user, oldest first. */
    public static List<AuditEntry> of(AuditLog log, String userId) {
        return log.newestFirst(
                        new AuditFilter(
                                Optional.empty(),
                                Optional.of(userId),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty(),
                        100)
                .reversed();
    }

    /** What was done to that user, oldest first. */
    public static List<AuditedAction> actions(AuditLog log, String userId) {
        return of(log, userId).stream().map(AuditEntry::action).toList();
    }
}
