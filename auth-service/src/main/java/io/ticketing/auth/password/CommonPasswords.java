package io.ticketing.auth.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/** The passwords that attackers try first: the 30,000 most used, as zxcvbn lists them. */
final class CommonPasswords {

    private final Set<String> passwords;

    CommonPasswords() {
        try {
            this.passwords = Set.copyOf(StandardDictionaries.PASSWORDS_LOADER
                    .load()
                    .getRankedDictionary()
                    .keySet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether it is one of them, however it is written. */
    boolean contains(String password) {
        return passwords.contains(password.strip().toLowerCase(Locale.ROOT));
    }
}
