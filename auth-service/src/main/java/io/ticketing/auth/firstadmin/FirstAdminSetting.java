package io.ticketing.auth.firstadmin;

import io.ticketing.auth.account.EmailAddress;
import io.ticketing.auth.password.PasswordRule;
import io.ticketing.auth.user.UsernameIdea;
import io.ticketing.web.input.Characters;
import io.ticketing.web.settings.BadSetting;
import java.util.Optional;

/**
 * Who is to be the first admin.
 *
 * @param email the address; empty when nobody is to be
 * @param password what lets the admin in; without one he comes in with Google
 */
record FirstAdminSetting(Optional<EmailAddress> email, Optional<String> password) {

    private static final int LEAST_CHARACTERS = 8;
    private static final int MOST_CHARACTERS = 128;

    /**
     * What {@code ADMIN_EMAIL} and {@code ADMIN_PASSWORD} say.
     *
     * @throws io.quarkus.runtime.configuration.ConfigurationException when one is of no use; it names the variable and not the value
     */
    static FirstAdminSetting parse(Optional<String> email, Optional<String> password, PasswordRule rule) {
        if (email.isEmpty() && password.isPresent()) {
            throw BadSetting.of("ADMIN_EMAIL", "must be set as well when ADMIN_PASSWORD is");
        }
        Optional<EmailAddress> address = email.map(FirstAdminSetting::address);
        password.flatMap(typed -> fault(typed, address.orElseThrow(), rule)).ifPresent(fault -> {
            throw BadSetting.of("ADMIN_PASSWORD", fault);
        });
        return new FirstAdminSetting(address, password);
    }

    /** Nothing personal or secret, so that it may stand in a log. */
    @Override
    public String toString() {
        return "FirstAdminSetting[]";
    }

    private static EmailAddress address(String typed) {
        return EmailAddress.typed(typed).orElseThrow(() -> BadSetting.of("ADMIN_EMAIL", "must be an e-mail address"));
    }

    /** What registering with that password would be refused for. */
    private static Optional<String> fault(String password, EmailAddress email, PasswordRule rule) {
        int length = password.codePointCount(0, password.length());
        if (length < LEAST_CHARACTERS || length > MOST_CHARACTERS) {
            return Optional.of("must have " + LEAST_CHARACTERS + " to " + MOST_CHARACTERS + " characters");
        }
        if (Characters.isBlank(password) || !password.codePoints().allMatch(c -> Characters.isAllowed(c, false))) {
            return Optional.of("must not be blank, nor contain control characters");
        }
        return rule.fault(password, UsernameIdea.of(null, email.value()), email.value());
    }
}
