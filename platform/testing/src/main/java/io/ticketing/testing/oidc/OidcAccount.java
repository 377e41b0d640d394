package io.ticketing.testing.oidc;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's account at the provider.
 *
 * @param sub the provider's name for him: letters, digits, {@code -} and {@code _}
 * @param email his address
 * @param emailVerified whether the provider knows that the address is his
 * @param name what he is called; null when the provider does not know
 */
public record OidcAccount(
        String sub,
        String email,
        boolean emailVerified,
        @Nullable String name) {

    /** Somebody new whose address is verified. */
    public static OidcAccount of(String email) {
        return new OidcAccount(UUID.randomUUID().toString(), email, true, null);
    }

    /** The same, with an address that nobody has verified. */
    public OidcAccount unverified() {
        return new OidcAccount(sub, email, false, name);
    }

    /** The same by another name. */
    public OidcAccount named(String newName) {
        return new OidcAccount(sub, email, emailVerified, newName);
    }

    /** The same with another address. */
    public OidcAccount at(String newEmail) {
        return new OidcAccount(sub, newEmail, emailVerified, name);
    }
}
