package io.ticketing.auth.throttle;

import io.quarkus.runtime.Startup;
import io.ticketing.auth.config.AuthConfig;
import io.ticketing.web.settings.BadSetting;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** All allowances, as the operator set them. */
@Singleton
@Startup(10)
class Allowances {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String WHOLE_NUMBER = "0*[1-9]\\d{0,5}";

    private final Allowance signIn;
    private final Allowance signInAddress;
    private final Allowance registration;
    private final Allowance forgottenPassword;

    Allowances(AuthConfig config) {
        this.signIn = new Allowance("sign-in", most("RATE_LIMIT_SIGN_IN", config.rateLimitSignIn(), 10), QUARTER);
        this.signInAddress = new Allowance(
                "sign-in address", most("RATE_LIMIT_SIGN_IN_ADDRESS", config.rateLimitSignInAddress(), 200), QUARTER);
        this.registration = new Allowance(
                "registration", most("RATE_LIMIT_REGISTRATION", config.rateLimitRegistration(), 150), HOUR);
        this.forgottenPassword = new Allowance(
                "forgotten password",
                most("RATE_LIMIT_FORGOTTEN_PASSWORD", config.rateLimitForgottenPassword(), 5),
                HOUR);
    }

    /** Sign-ins that fail, for one account and address. */
    Allowance signIn() {
        return signIn;
    }

    /** Sign-ins that fail, for one address. */
    Allowance signInAddress() {
        return signInAddress;
    }

    /** Registrations, for one address. */
    Allowance registration() {
        return registration;
    }

    /** Forgotten passwords, for one account. */
    Allowance forgottenPassword() {
        return forgottenPassword;
    }

    /** Forgotten passwords, for one address. */
    Allowance forgottenPasswordAddress() {
        return new Allowance("forgotten password address", 100, HOUR);
    }

    /** Changes of one user's name, what is taken included. */
    Allowance renaming() {
        return new Allowance("renaming", 20, HOUR);
    }

    /** Changes of names, for one address; registering tells as much, and as often. */
    Allowance renamingAddress() {
        return new Allowance("renaming address", registration.most(), HOUR);
    }

    /** Uses of links that were mailed, for one address. Nobody guesses such a link; but each try costs. */
    Allowance mailedLink() {
        return new Allowance("mailed link", 300, HOUR);
    }

    static int most(String variable, Optional<String> setting, int usual) {
        String text = setting.map(String::strip).orElseGet(() -> Integer.toString(usual));
        if (!text.matches(WHOLE_NUMBER)) {
            throw BadSetting.of(variable, "must be a number from 1 to 999999");
        }
        return Integer.parseInt(text);
    }
}
