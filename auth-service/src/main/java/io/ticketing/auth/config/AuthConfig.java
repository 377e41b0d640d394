package io.ticketing.auth.config;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The settings as an operator gave them; who needs one checks it at start. */
@ConfigMapping(prefix = "ticketing.auth")
public interface AuthConfig {

    /** {@code JWT_SECRET}: what the signing keys are encrypted with, at least 32 characters. */
    Optional<String> jwtSecret();

    /** {@code JWT_TOKEN_EXPIRY_DATE}: how long a token lives, such as {@code 7D}. */
    Optional<String> jwtTokenExpiryDate();

    /** {@code ONBOARDING_ROLE_POLICY}: {@code approval} or {@code open}. */
    Optional<String> onboardingRolePolicy();

    /** {@code ADMIN_EMAIL}: the address of the first admin. */
    Optional<String> adminEmail();

    /** {@code ADMIN_PASSWORD}: the first admin's password; without one he comes in with Google. */
    Optional<String> adminPassword();
}
