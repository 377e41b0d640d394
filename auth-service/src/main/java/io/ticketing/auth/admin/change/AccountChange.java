package io.ticketing.auth.admin.change;

import io.ticketing.auth.user.User;

/** How an admin's change of an account ended. */
public sealed interface AccountChange {

    /** It is done. */
    record Changed(User user) implements AccountChange {}

    /** There was nothing to do. */
    record Unchanged(User user) implements AccountChange {}

    /** There is no such user. */
    record Unknown() implements AccountChange {}

    /**
     * Somebody else has what was to be this user's.
     *
     * @param field {@code email} or {@code username}
     */
    record Taken(String field) implements AccountChange {}

    /** No active admin would be left. */
    record LastAdmin() implements AccountChange {}
}
