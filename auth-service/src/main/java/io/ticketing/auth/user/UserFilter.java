package io.ticketing.auth.user;

import io.ticketing.events.AccountStatus;
import io.ticketing.events.Role;
import java.util.Optional;

/**
 * Which users a list holds; what is empty leaves out nobody.
 *
 * @param role role in force
 * @param status whether the account may be used
 * @param text stands somewhere in the name or the address, in either case
 * @param requesting only those who wait for a role
 */
public record UserFilter(
        Optional<Role> role, Optional<AccountStatus> status, Optional<String> text, boolean requesting) {

    /** Those who wait for a role. */
    public static UserFilter ofRequests() {
        return new UserFilter(Optional.empty(), Optional.empty(), Optional.empty(), true);
    }
}
