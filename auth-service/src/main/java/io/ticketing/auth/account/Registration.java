package io.ticketing.auth.account;

import io.ticketing.auth.user.User;
import java.time.Duration;

/** How a registration ended. */
sealed interface Registration {

    /** There is a new account. */
    record Registered(User user) implements Registration {}

    /** The address belongs to somebody. */
    record EmailTaken() implements Registration {}

    /** The name belongs to somebody. */
    record UsernameTaken() implements Registration {}

    /** The password is too easily guessed. */
    record WeakPassword(String fault) implements Registration {}

    /** Too many have registered from there. */
    record Throttled(Duration retryAfter) implements Registration {}
}
