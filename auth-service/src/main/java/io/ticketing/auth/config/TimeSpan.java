package io.ticketing.auth.config;

import io.ticketing.web.settings.BadSetting;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a span of time: a number and one of {@code s m h d}, in either case. */
public final class TimeSpan {

    private static final Duration USUAL_TOKEN_LIFE = Duration.ofDays(7);
    private static final Duration USUAL_KEY_ROTATION = Duration.ofDays(30);
    private static final Pattern FORM = Pattern.compile("0*([1-9]\\d{0,5})([smhd])");

    private TimeSpan() {}

    /**
     * How long a token lives, by {@code JWT_TOKEN_EXPIRY_DATE}; seven days when nothing is set.
     *
     * @throws io.quarkus.runtime.configuration.ConfigurationException when the setting is malformed
     */
    public static Duration ofTokens(AuthConfig config) {
        return parse("JWT_TOKEN_EXPIRY_DATE", config.jwtTokenExpiryDate(), USUAL_TOKEN_LIFE);
    }

    /**
     * At what age of the newest signing key the next one is made, by {@code JWT_KEY_ROTATION}; thirty days when nothing is set.
     *
     * @throws io.quarkus.runtime.configuration.ConfigurationException when the setting is malformed
     */
    public static Duration betweenKeys(AuthConfig config) {
        return parse("JWT_KEY_ROTATION", config.jwtKeyRotation(), USUAL_KEY_ROTATION);
    }

    static Duration parse(String variable, Optional<String> setting, Duration usual) {
        return setting.map(text -> parse(variable, text)).orElse(usual);
    }

    private static Duration parse(String variable, String setting) {
        Matcher form = FORM.matcher(setting.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw BadSetting.of(variable, "must be a number from 1 to 999999 and one of s, m, h, d, such as 7D");
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
