package io.ticketing.auth.account;

import io.ticketing.auth.user.User;
import java.time.Duration;

/** How a login ended. */
sealed interface SignIn {

    /** Address and password are right. */
    record SignedIn(User user) implements SignIn {}

    /** One of them is wrong; which one is not told. */
    record Refused() implements SignIn {}

    /** They are right, but the account is deactivated. */
    record Inactive() implements SignIn {}

    /** Too many have failed; whether this one was right is not told. */
    record Throttled(Duration retryAfter) implements SignIn {}
}
