package io.ticketing.auth.signing;

import io.ticketing.web.settings.BadSetting;
import java.util.Optional;

/** The rule for {@code JWT_SECRET}. */
public final class KeySecret {

    static final String VARIABLE = "JWT_SECRET";
    private static final int LEAST_CHARACTERS = 32;

    private KeySecret() {}

    /**
     * The secret itself.
     *
     * @throws io.quarkus.runtime.configuration.ConfigurationException when it is missing or short
     */
    public static String checked(Optional<String> setting) {
        return setting.filter(secret -> secret.strip().length() >= LEAST_CHARACTERS)
                .orElseThrow(() -> BadSetting.of(
                        VARIABLE, "must be set, to a secret of at least " + LEAST_CHARACTERS + " characters"));
    }
}
