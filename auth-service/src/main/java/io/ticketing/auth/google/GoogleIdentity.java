package io.ticketing.auth.google;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody is at Google.
 *
 * @param sub Google's name for him, which never changes
 * @param email his address; null when Google does not tell
 * @param emailVerified whether Google knows that the address is his
 * @param name what he is called; null when Google does not tell
 */
record GoogleIdentity(
        String sub,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String name) {

    /** Nothing personal, so that it may stand in a log. */
    @Override
    public String toString() {
        return "GoogleIdentity[]";
    }
}
