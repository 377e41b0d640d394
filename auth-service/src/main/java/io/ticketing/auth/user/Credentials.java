package io.ticketing.auth.user;

import org.jspecify.annotations.Nullable;

/**
 * How somebody proves who he is.
 *
 * @param passwordHash in the PHC string format; null for whoever signs in with Google only
 * @param googleSub Google's name for him; null when he never signed in with Google
 * @param emailProven whether the address is known to be his
 * @param emailProof the mailed link that would prove it, if one is out
 * @param passwordReset the mailed link that lets set a new password, if one is out
 */
public record Credentials(
        @Nullable String passwordHash,
        @Nullable String googleSub,
        boolean emailProven,
        @Nullable PendingLink emailProof,
        @Nullable PendingLink passwordReset) {

    /** Those of somebody who registers with a password, and has yet to prove his address. */
    public static Credentials password(String hash, PendingLink emailProof) {
        return new Credentials(hash, null, false, emailProof, null);
    }

    /** Those of somebody of whom Google says that the address is his. */
    public static Credentials google(String sub) {
        return new Credentials(null, sub, true, null, null);
    }

    /** Nothing secret, so that it may stand in a log. */
    @Override
    public String toString() {
        return "Credentials[]";
    }
}
