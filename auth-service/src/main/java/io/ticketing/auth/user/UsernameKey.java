package io.ticketing.auth.user;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What makes two usernames the same: letters without their case, compatible forms and white space count alike, and what
 * nobody sees (format characters such as the zero-width space) does not count at all.
 */
final class UsernameKey {

    private UsernameKey() {}

    static String of(String username) {
        return Normalizer.normalize(username, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{Cf}", "")
                .strip()
                .replaceAll("(?U)\\s+", " ");
    }
}
