package io.ticketing.auth.account;

import io.ticketing.auth.account.OwnAccountUpdate.NewPassword;
import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.auth.password.PasswordHashing;
import io.ticketing.auth.password.PasswordRule;
import io.ticketing.auth.throttle.RequestThrottle;
import io.ticketing.auth.throttle.SignInThrottle;
import io.ticketing.auth.user.Differences;
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
 * current one has to be right again. Names are counted, for the answer tells whether somebody has that one.
 */
@ApplicationScoped
class UpdatingAccount {

    private final Users users;
    private final PasswordRule rule;
    private final PasswordHashing hashing;
    private final CurrentPassword currentPassword;
    private final RequestThrottle requests;
    private final SignInThrottle signIns;
    private final AuditLog audit;
    private final Clock clock;

    UpdatingAccount(
            Users users,
            PasswordRule rule,
            PasswordHashing hashing,
            CurrentPassword currentPassword,
            RequestThrottle requests,
            SignInThrottle signIns,
            AuditLog audit,
            Clock clock) {
        this.users = users;
        this.rule = rule;
        this.hashing = hashing;
        this.currentPassword = currentPassword;
        this.requests = requests;
        this.signIns = signIns;
        this.audit = audit;
        this.clock = clock;
    }

    Update update(String userId, OwnAccountUpdate change) {
        return users.find(userId)
                .filter(change::renames)
                .flatMap(user -> requests.renaming(userId))
                .<Update>map(Update.Throttled::new)
                .orElseGet(() -> change(userId, change));
    }

    private Update change(String userId, OwnAccountUpdate change) {
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

    private Optional<Update> attempt(User user, OwnAccountUpdate change) {
        NewPassword password = change.password();
        return fault(user, change)
                .or(() -> write(user, change, password == null ? null : hashing.hash(password.chosen())));
    }

    private Optional<Update> fault(User user, OwnAccountUpdate change) {
        NewPassword password = change.password();
        if (change.presence() != null && !user.isStaff()) {
            return Optional.of(new Update.NotStaff());
        }
        return password == null
                ? Optional.empty()
                : rule.fault(
                                password.chosen(),
                                change.profile().of(user.profile()).username(),
                                user.email())
                        .<Update>map(fault -> new Update.Unfit("password", fault))
                        .or(() -> currentPassword.fault(user, password.current()));
    }

    /** Empty when somebody else was faster. */
    private Optional<Update> write(User user, OwnAccountUpdate change, @Nullable String newHash) {
        UserChange next = user.change()
                .profile(change.profile().of(user.profile()))
                .workload(user.workload().withPresence(change.presence()));
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
                    ? Optional.of(newHash == null ? new Update.Updated(changed) : passwordChanged(changed))
                    : Optional.empty();
        } catch (TakenException taken) {
            return Optional.of(new Update.UsernameTaken());
        }
    }

    /** Of the places where he came in before this one alone is left. */
    private Update passwordChanged(User user) {
        signIns.trust(user.id());
        return new Update.PasswordChanged(user);
    }

    private List<AuditEntry> recorded(User before, User after) {
        List<AuditEntry> entries = new ArrayList<>();
        List<String> different = Differences.between(before, after);
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
