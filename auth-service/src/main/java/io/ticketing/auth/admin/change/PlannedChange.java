package io.ticketing.auth.admin.change;

import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.user.User;
import io.ticketing.events.FactData;
import java.util.List;

/**
 * What is to become of an account, as it is at this moment.
 *
 * @param after the account after the change
 * @param recorded what stands in the audit log then
 * @param told what is to be told besides the new state
 */
public record PlannedChange(User after, List<AuditEntry> recorded, List<FactData> told) {}
