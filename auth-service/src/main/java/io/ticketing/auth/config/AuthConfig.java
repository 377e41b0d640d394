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

    /** {@code JWT_KEY_ROTATION}: at what age of a signing key the next one is made, such as {@code 30D}. */
    Optional<String> jwtKeyRotation();

    /** {@code ONBOARDING_ROLE_POLICY}: {@code approval} or {@code open}. */
    Optional<String> onboardingRolePolicy();

    /** {@code ADMIN_EMAIL}: the address of the first admin. */
    Optional<String> adminEmail();

    /** {@code ADMIN_PASSWORD}: the first admin's password; without one he comes in with Google. */
    Optional<String> adminPassword();

    /** {@code RATE_LIMIT_SIGN_IN}: how many sign-ins to one account may fail from one address in 15 minutes. */
    Optional<String> rateLimitSignIn();

    /** {@code RATE_LIMIT_SIGN_IN_ADDRESS}: how many sign-ins may fail from one address in 15 minutes. */
    Optional<String> rateLimitSignInAddress();

    /** {@code RATE_LIMIT_REGISTRATION}: how many may register from one address in an hour. */
    Optional<String> rateLimitRegistration();

    /** {@code RATE_LIMIT_FORGOTTEN_PASSWORD}: how often one account's password may be forgotten in an hour. */
    Optional<String> rateLimitForgottenPassword();

    /** {@code GOOGLE_CLIENT_ID}: by which Google knows us; without it nobody signs in with Google. */
    Optional<String> googleClientId();

    /** {@code GOOGLE_CLIENT_SECRET}: by which Google knows that it is us. */
    Optional<String> googleClientSecret();

    /** {@code GOOGLE_ISSUER_URL}: another OpenID provider in Google's place. */
    Optional<String> googleIssuerUrl();

    /** {@code SESSION_SECRET}: what people carry to Google and back is encrypted with it, at least 32 characters. */
    Optional<String> sessionSecret();

    /** {@code APP_URL}: where browsers reach the gateway. */
    Optional<String> appUrl();

    /** {@code CLIENT_URL}: where browsers reach the web client. */
    Optional<String> clientUrl();
}
