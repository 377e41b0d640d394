package io.ticketing.auth.password;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;

/** Which passwords are too easily guessed, whatever their length; lengths are checked where a password comes in. */
@Singleton
@Startup(10)
public class PasswordRule {

    private final CommonPasswords common = new CommonPasswords();

    PasswordRule() {}

    /** Why that password may not be the password of whoever has this name and this address; empty when it may. */
    public Optional<String> fault(String password, String username, String email) {
        if (common.contains(password)) {
            return Optional.of("is one of the most common passwords");
        }
        String localPart = email.substring(0, Math.max(0, email.lastIndexOf('@')));
        return Stream.of(username, email, localPart).anyMatch(own -> isSame(own, password))
                ? Optional.of("must not be the username or the e-mail address")
                : Optional.empty();
    }

    private static boolean isSame(String own, String password) {
        return own.strip().equalsIgnoreCase(password.strip());
    }
}
