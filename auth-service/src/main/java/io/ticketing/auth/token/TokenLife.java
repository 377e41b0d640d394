package io.ticketing.auth.token;

import io.ticketing.web.settings.BadSetting;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code JWT_TOKEN_EXPIRY_DATE}: a number and one of {@code s m h d}, in either case. */
final class TokenLife {

    private static final Duration USUAL = Duration.ofDays(7);
    private static final Pattern FORM = Pattern.compile("0*([1-9]\\d{0,5})([smhd])");

    private TokenLife() {}

    /**
     * How long a token lives; seven days when nothing is set.
     *
     * @throws io.quarkus.runtime.configuration.ConfigurationException when the setting is malformed
     */
    static Duration parse(Optional<String> setting) {
        return setting.map(TokenLife::parse).orElse(USUAL);
    }

    private static Duration parse(String setting) {
        Matcher form = FORM.matcher(setting.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw BadSetting.of(
                    "JWT_TOKEN_EXPIRY_DATE", "must be a number from 1 to 999999 and one of s, m, h, d, such as 7D");
        }
        return Duration.of(Long.parseLong(form.group(1)), unit(form.group(2)));
    }

    private static ChronoUnit unit(String letter) {
        return switch (letter) {
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            default -> ChronoUnit.DAYS;
        };
    }
}
