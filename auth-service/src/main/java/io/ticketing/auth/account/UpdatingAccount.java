package io.ticketing.auth.account;

import io.ticketing.auth.account.AccountChange.NewPassword;
import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.auth.password.PasswordHashing;
import io.ticketing.auth.password.PasswordRule;
import io.ticketing.auth.user.TakenException;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.UserChange;
import io.ticketing.auth.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes what somebody may change of his own account. Starts over when somebody else changed it meanwhile; when that was the password, the
 * current one has to be right again.
 */
@ApplicationScoped
class UpdatingAccount {

    private final Users users;
    private final PasswordRule rule;
    private final PasswordHashing hashing;
    private final CurrentPassword currentPassword;
    private final AuditLog audit;
    private final Clock clock;

    UpdatingAccount(
            Users users,
            PasswordRule rule,
            PasswordHashing hashing,
            CurrentPassword currentPassword,
            AuditLog audit,
            Clock clock) {
        this.users = users;
        this.rule = rule;
        this.hashing = hashing;
        this.currentPassword = currentPassword;
        this.audit = audit;
        this.clock = clock;
    }

    Update update(String userId, AccountChange change) {
        Optional<User> user = users.find(userId);
        while (user.isPresent()) {
            Optional<Update> end = attempt(user.get(), change);
            if (end.isPresent()) {
                return end.get();
            }
            user = users.find(userId);
        }
        return new Update.UserGone();
    }

    private Optional<Update> attempt(User user, AccountChange change) {
        NewPassword password = change.password();
        return fault(user, change)
                .or(() -> write(user, change, password == null ? null : hashing.hash(password.chosen())));
    }

    private Optional<Update> fault(User user, AccountChange change) {
        NewPassword password = change.password();
        if (change.presence() != null && !user.isStaff()) {
            return Optional.of(new Update.NotStaff());
        }
        return password == null
                ? Optional.empty()
                : rule.fault(password.chosen(), change.profileOf(user).username(), user.email())
                        .<Update>map(fault -> new Update.Unfit("password", fault))
                        .or(() -> currentPassword.fault(user, password.current()));
    }

    /** Empty when somebody else was faster. */
    private Optional<Update> write(User user, AccountChange change, @Nullable String newHash) {
        UserChange next = user.change().profile(change.profileOf(user)).workload(change.workloadOf(user));
        if (newHash != null) {
            next.passwordHash(newHash).endAllTokens();
        }
        User changed = next.at(clock.instant());
        List<AuditEntry> recorded = recorded(user, changed);
        if (recorded.isEmpty()) {
            return Optional.of(new Update.Updated(user));
        }
        try {
            return users.replace(changed, recorded)
                    ? Optional.of(newHash == null ? new Update.Updated(changed) : new Update.PasswordChanged(changed))
                    : Optional.empty();
        } catch (TakenException taken) {
            return Optional.of(new Update.UsernameTaken());
        }
    }

    private List<AuditEntry> recorded(User before, User after) {
        List<AuditEntry> entries = new ArrayList<>();
        List<String> different = AccountChange.differences(before, after);
        if (!different.isEmpty()) {
            entries.add(audit.done(AuditedAction.ACCOUNT_UPDATED, after.id(), after.id())
                    .with("fields", String.join(", ", different)));
        }
        if (!Objects.equals(
                before.credentials().passwordHash(), after.credentials().passwordHash())) {
            entries.add(audit.done(AuditedAction.PASSWORD_CHANGED, after.id(), after.id()));
        }
        return entries;
    }
}
