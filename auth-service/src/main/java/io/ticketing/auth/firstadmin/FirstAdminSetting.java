package io.ticketing.auth.firstadmin;

import io.ticketing.auth.account.EmailAddress;
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
    static FirstAdminSetting parse(Optional<String> email, Optional<String> password) {
        if (email.isEmpty() && password.isPresent()) {
            throw BadSetting.of("ADMIN_EMAIL", "must be set as well when ADMIN_PASSWORD is");
        }
        return new FirstAdminSetting(
                email.map(FirstAdminSetting::address), password.map(FirstAdminSetting::goodPassword));
    }

    /** Nothing personal or secret, so that it may stand in a log. */
    @Override
    public String toString() {
        return "FirstAdminSetting[]";
    }

    private static EmailAddress address(String typed) {
        return EmailAddress.typed(typed).orElseThrow(() -> BadSetting.of("ADMIN_EMAIL", "must be an e-mail address"));
    }

    private static String goodPassword(String typed) {
        int length = typed.codePointCount(0, typed.length());
        if (length < LEAST_CHARACTERS || length > MOST_CHARACTERS) {
            throw BadSetting.of(
                    "ADMIN_PASSWORD", "must have " + LEAST_CHARACTERS + " to " + MOST_CHARACTERS + " characters");
        }
        return typed;
    }
}
