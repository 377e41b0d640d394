package io.ticketing.auth.admin.users;

import static java.util.Objects.requireNonNullElse;

import io.ticketing.auth.user.Presence;
import io.ticketing.auth.user.ProfileUpdate;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Workload;
import io.ticketing.events.AccountStatus;
import io.ticketing.events.Role;
import org.jspecify.annotations.Nullable;

/**
 * What an admin wants to change of an account; null where nothing.
 *
 * @param profile what its user tells of himself
 * @param email lower-cased
 */
record AccountUpdate(
        ProfileUpdate profile,
        @Nullable String email,
        @Nullable Role role,
        @Nullable AccountStatus status,
        @Nullable Integer capacity,
        @Nullable Presence presence) {

    /** The status alone. */
    static AccountUpdate of(AccountStatus status) {
        return new AccountUpdate(ProfileUpdate.none(), null, null, status, null, null);
    }

    Role roleOf(User before) {
        return requireNonNullElse(role, before.role());
    }

    AccountStatus statusOf(User before) {
        return requireNonNullElse(status, before.status());
    }

    Workload workloadOf(User before) {
        return before.workload().withCapacity(capacity).withPresence(presence);
    }

    /** Nothing personal, so that it may stand in a log. */
    @Override
    public String toString() {
        return "AccountUpdate[]";
    }
}
