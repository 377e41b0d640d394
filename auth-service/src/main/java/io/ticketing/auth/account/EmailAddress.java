package io.ticketing.auth.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as it is stored and compared.
 *
 * @param value trimmed, lower-cased, at most 254 characters
 */
public record EmailAddress(String value) {

    private static final int MOST_CHARACTERS = 254;
    private static final String WORD = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern FORM =
            Pattern.compile("(?=.{1,64}@)" + WORD + "(?:\\." + WORD + ")*@(?:" + LABEL + "\\.)+" + LABEL);

    /** The address that somebody typed; empty when it is none. */
    public static Optional<EmailAddress> typed(String text) {
        String address = text.strip();
        if (address.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        String lower = address.toLowerCase(Locale.ROOT);
        return FORM.matcher(lower).matches() ? Optional.of(new EmailAddress(lower)) : Optional.empty();
    }

    /** Nothing personal, so that it may stand in a log. */
    @Override
    public String toString() {
        return "EmailAddress[]";
    }
}
