package io.ticketing.auth.admin.roles;

import io.ticketing.auth.admin.change.AccountChange;
import io.ticketing.auth.admin.change.ChangingAccount;
import io.ticketing.auth.admin.change.PlannedChange;
import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.UserChange;
import io.ticketing.events.Role;
import io.ticketing.events.RoleDecided;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides on a request for a role. Of those who decide at once, one does. */
@ApplicationScoped
class DecidingRole {

    private final ChangingAccount changing;
    private final AuditLog audit;
    private final Clock clock;

    DecidingRole(ChangingAccount changing, AuditLog audit, Clock clock) {
        this.changing = changing;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gives the role or not; the account stays unchanged when no request is open. */
    AccountChange decide(String adminId, String userId, boolean approved) {
        return changing.change(userId, user -> Optional.ofNullable(user.requestedRole())
                .map(requested -> decided(adminId, user, requested, approved)));
    }

    private PlannedChange decided(String adminId, User before, Role requested, boolean approved) {
        UserChange change = before.change().requestedRole(null);
        if (approved) {
            change.role(requested);
        }
        User after = change.at(clock.instant());
        return new PlannedChange(
                after,
                recorded(adminId, before, after, requested, approved),
                List.of(new RoleDecided(before.id(), requested, approved)));
    }

    private List<AuditEntry> recorded(String adminId, User before, User after, Role requested, boolean approved) {
        List<AuditEntry> entries = new ArrayList<>();
        entries.add(audit.done(AuditedAction.ROLE_DECIDED, adminId, after.id())
                .with("role", requested.wireName())
                .with("decision", approved ? "approve" : "reject"));
        if (before.role() != after.role()) {
            entries.add(audit.done(AuditedAction.ROLE_CHANGED, adminId, after.id())
                    .with("from", before.role().wireName())
                    .with("to", after.role().wireName()));
        }
        return entries;
    }
}
