package io.ticketing.auth.admin.audit;

import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.audit.AuditResult;
import io.ticketing.auth.audit.AuditedAction;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One act, as the API shows it.
 *
 * @param actor the id of who did it; null for the system itself, and for somebody who is not known
 * @param subject the id of whom it was done to; null when to nobody
 * @param address from where; null when it did not come from outside
 * @param details what else matters, such as {@code from} and {@code to}
 */
@Schema(name = "AuditEntry")
public record AuditEntryView(
        @Schema(examples = "6650f0a1b2c3d4e5f6a7b8c9") String id,
        Instant at,
        AuditedAction action,
        AuditResult result,

        @Schema(examples = "6650f0a1b2c3d4e5f6a7b8c9") @Nullable
        String actor,

        @Schema(examples = "6650f0a1b2c3d4e5f6a7b8c9") @Nullable
        String subject,

        @Schema(examples = "192.0.2.7") @Nullable String address,
        Map<String, String> details) {

    static AuditEntryView of(AuditEntry entry) {
        return new AuditEntryView(
                entry.id(),
                entry.at(),
                entry.action(),
                entry.result(),
                entry.actorId(),
                entry.subjectId(),
                entry.address(),
                entry.details());
    }
}
