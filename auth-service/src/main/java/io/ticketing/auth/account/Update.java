package io.ticketing.auth.account;

import io.ticketing.auth.user.User;
import java.time.Duration;

/** How a change of an account ended. */
sealed interface Update {

    /** The account is as it was wanted. */
    record Updated(User user) implements Update {}

    /** So it is, and of all tokens none is left. */
    record PasswordChanged(User user) implements Update {}

    /** The name belongs to somebody. */
    record UsernameTaken() implements Update {}

    /** Only moderators and admins say whether they take work. */
    record NotStaff() implements Update {}

    /** A field is not fit for what it is meant for. */
    record Unfit(String field, String fault) implements Update {}

    /** Too many have tried passwords, or names. */
    record Throttled(Duration retryAfter) implements Update {}

    /** There is no such user any more. */
    record UserGone() implements Update {}
}
