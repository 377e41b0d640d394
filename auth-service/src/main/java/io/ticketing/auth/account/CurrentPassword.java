package io.ticketing.auth.account;

import io.ticketing.auth.password.PasswordHashing;
import io.ticketing.auth.throttle.SignInThrottle;
import io.ticketing.auth.user.User;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that whoever has somebody's token knows his password too, before he may set another; tries are counted like sign-ins. Where
 * there is no password yet, a token proves too little: the first one is set by a mailed link.
 */
@ApplicationScoped
class CurrentPassword {

    private static final String FIELD = "currentPassword";

    private final PasswordHashing hashing;
    private final SignInThrottle throttle;

    CurrentPassword(PasswordHashing hashing, SignInThrottle throttle) {
        this.hashing = hashing;
        this.throttle = throttle;
    }

    /** Why the password may not be changed; empty when it may. */
    Optional<Update> fault(User user, @Nullable String given) {
        String hash = user.credentials().passwordHash();
        if (given == null) {
            return Optional.of(new Update.Unfit(FIELD, "is needed to set another password"));
        }
        if (hash == null) {
            return Optional.of(new Update.Unfit(
                    FIELD, "does not exist yet: set a first password by the link of a forgotten password"));
        }
        return hashing.matches(given, Optional.of(hash))
                ? throttle.right(user.email(), user.id()).map(Update.Throttled::new)
                : Optional.of(throttle.wrong(user.email(), user.id())
                        .<Update>map(Update.Throttled::new)
                        .orElseGet(() -> new Update.Unfit(FIELD, "is wrong")));
    }
}
