package io.ticketing.auth.admin.change;

import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.user.LastAdminException;
import io.ticketing.auth.user.TakenException;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Users;
import io.ticketing.events.FactData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Changes accounts. Starts over, with the account as it is then, when somebody else changed it meanwhile. */
@ApplicationScoped
public class ChangingAccount {

    private final Users users;

    ChangingAccount(Users users) {
        this.users = users;
    }

    /** Does what the plan says; a plan that is empty changes nothing. */
    public AccountChange change(String userId, Function<User, Optional<PlannedChange>> plan) {
        try {
            Optional<User> user = users.find(userId);
            while (user.isPresent()) {
                Optional<PlannedChange> planned = plan.apply(user.get());
                if (planned.isEmpty()) {
                    return new AccountChange.Unchanged(user.get());
                }
                if (replace(planned.get())) {
                    return new AccountChange.Changed(planned.get().after());
                }
                user = users.find(userId);
            }
            return new AccountChange.Unknown();
        } catch (TakenException taken) {
            return new AccountChange.Taken(taken.field());
        } catch (LastAdminException refused) {
            return new AccountChange.LastAdmin();
        }
    }

    /** Deletes the account. */
    public AccountChange delete(String userId, List<AuditEntry> recorded) {
        try {
            Optional<User> user = users.find(userId);
            while (user.isPresent()) {
                if (users.remove(user.get(), recorded)) {
                    return new AccountChange.Changed(user.get());
                }
                user = users.find(userId);
            }
            return new AccountChange.Unknown();
        } catch (LastAdminException refused) {
            return new AccountChange.LastAdmin();
        }
    }

    private boolean replace(PlannedChange planned) {
        return users.replace(planned.after(), planned.recorded(), planned.told().toArray(FactData[]::new));
    }
}
