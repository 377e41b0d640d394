package io.ticketing.auth.forgotten;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody forgot a password, and a link is to be mailed if there is such an account.
 *
 * @param id makes the link, so that working off the same request again makes the same one
 * @param email lower-cased address
 * @param from where the request came from; null when it did not come from outside
 * @param requestedAt when
 */
record ForgottenPassword(String id, String email, @Nullable String from, Instant requestedAt) {

    /** Nothing personal, so that it may stand in a log. */
    @Override
    public String toString() {
        return "ForgottenPassword[]";
    }
}
