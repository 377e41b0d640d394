package io.ticketing.auth.admin.users;

import io.ticketing.auth.admin.change.AccountChange;
import io.ticketing.auth.admin.change.ChangingAccount;
import io.ticketing.auth.admin.change.PlannedChange;
import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.auth.link.MailedLinks;
import io.ticketing.auth.link.NewLink;
import io.ticketing.auth.user.Differences;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.UserChange;
import io.ticketing.events.AccountStatus;
import io.ticketing.events.EmailProofRequested;
import io.ticketing.events.FactData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does with an account what an admin wants. */
@ApplicationScoped
class UpdatingUser {

    private final ChangingAccount changing;
    private final MailedLinks links;
    private final AuditLog audit;
    private final Clock clock;

    UpdatingUser(ChangingAccount changing, MailedLinks links, AuditLog audit, Clock clock) {
        this.changing = changing;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /** Changes what is wanted. Another address has to be proven: a link is mailed there. */
    AccountChange update(String adminId, String userId, AccountUpdate wanted) {
        return changing.change(userId, user -> plan(adminId, user, wanted));
    }

    /** Activates who was inactive, and the other way round. */
    AccountChange toggle(String adminId, String userId) {
        return changing.change(
                userId,
                user -> plan(
                        adminId,
                        user,
                        AccountUpdate.of(user.isActive() ? AccountStatus.INACTIVE : AccountStatus.ACTIVE)));
    }

    /** Deletes the account. */
    AccountChange delete(String adminId, String userId) {
        return changing.delete(userId, List.of(audit.done(AuditedAction.ACCOUNT_DELETED, adminId, userId)));
    }

    private Optional<PlannedChange> plan(String adminId, User before, AccountUpdate wanted) {
        UserChange change = before.change()
                .profile(wanted.profile().of(before.profile()))
                .workload(wanted.workloadOf(before))
                .status(wanted.statusOf(before));
        if (wanted.roleOf(before) != before.role()) {
            change.role(wanted.roleOf(before)).requestedRole(null);
        }
        List<FactData> told = changeEmail(change, before, wanted.email());
        User after = change.at(clock.instant());
        List<AuditEntry> recorded = recorded(adminId, before, after);
        return recorded.isEmpty() ? Optional.empty() : Optional.of(new PlannedChange(after, recorded, told));
    }

    private List<FactData> changeEmail(UserChange change, User before, @Nullable String email) {
        if (email == null || email.equals(before.email())) {
            return List.of();
        }
        NewLink proof = links.toProve();
        change.email(email, proof.kept());
        return List.of(new EmailProofRequested(before.id(), proof.told()));
    }

    private List<AuditEntry> recorded(String adminId, User before, User after) {
        List<AuditEntry> entries = new ArrayList<>();
        if (before.role() != after.role()) {
            entries.add(audit.done(AuditedAction.ROLE_CHANGED, adminId, after.id())
                    .with("from", before.role().wireName())
                    .with("to", after.role().wireName()));
        }
        if (before.status() != after.status()) {
            entries.add(audit.done(AuditedAction.STATUS_CHANGED, adminId, after.id())
                    .with("from", before.status().wireName())
                    .with("to", after.status().wireName()));
        }
        List<String> fields = Differences.between(before, after);
        if (!fields.isEmpty()) {
            entries.add(audit.done(AuditedAction.ACCOUNT_UPDATED, adminId, after.id())
                    .with("fields", String.join(", ", fields)));
        }
        return entries;
    }
}
