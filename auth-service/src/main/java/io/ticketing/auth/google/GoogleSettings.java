package io.ticketing.auth.google;

import io.ticketing.auth.config.AuthConfig;
import io.ticketing.web.settings.BadSetting;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * What it takes to let people sign in with Google.
 *
 * @param clientId by which Google knows us
 * @param clientSecret by which Google knows that it is us
 * @param issuer the provider's address
 * @param sessionSecret what people carry to the provider and back is encrypted with it; the same for all replicas
 * @param redirectUri where the provider sends people back, as browsers reach it
 * @param clientUrl the web client, without a slash at its end
 */
record GoogleSettings(
        String clientId,
        String clientSecret,
        String issuer,
        String sessionSecret,
        String redirectUri,
        String clientUrl) {

    static final String PATH = "/api/v1/auth/google";
    static final String CALLBACK = "/callback";

    private static final String GOOGLE = "https://accounts.google.com";
    private static final int SHORTEST_SECRET = 32;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * The settings; empty when nobody set Google up.
     *
     * @throws io.quarkus.runtime.configuration.ConfigurationException when it is set up by halves, or with a bad value
     */
    static Optional<GoogleSettings> of(AuthConfig config) {
        if (config.googleClientId().isEmpty() && config.googleClientSecret().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new GoogleSettings(
                set("GOOGLE_CLIENT_ID", config.googleClientId()),
                set("GOOGLE_CLIENT_SECRET", config.googleClientSecret()),
                issuer(config.googleIssuerUrl().orElse(GOOGLE)),
                secret(set("SESSION_SECRET", config.sessionSecret())),
                address("APP_URL", set("APP_URL", config.appUrl())) + PATH + CALLBACK,
                address("CLIENT_URL", set("CLIENT_URL", config.clientUrl()))));
    }

    private static String set(String variable, Optional<String> setting) {
        return setting.map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> BadSetting.of(variable, "must be set for sign-in with Google"));
    }

    private static String secret(String setting) {
        if (setting.length() < SHORTEST_SECRET) {
            throw BadSetting.of("SESSION_SECRET", "must have at least " + SHORTEST_SECRET + " characters");
        }
        return setting;
    }

    /** Whoever could change what the provider says would be anybody he likes. */
    private static String issuer(String setting) {
        String issuer = address("GOOGLE_ISSUER_URL", setting.strip());
        if (issuer.startsWith("http:") && !LOOPBACK.contains(URI.create(issuer).getHost())) {
            throw BadSetting.of("GOOGLE_ISSUER_URL", "must begin with https, except for a provider on this machine");
        }
        return issuer;
    }

    private static String address(String variable, String setting) {
        try {
            URI address = new URI(setting);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (web && address.getHost() != null && address.getQuery() == null && address.getFragment() == null) {
                return setting.replaceFirst("/+$", "");
            }
        } catch (URISyntaxException malformed) {
            // Refused like any other value that is no address.
        }
        throw BadSetting.of(variable, "must be an address such as https://tickets.example.org");
    }

    /** No secret in any log. */
    @Override
    public String toString() {
        return "GoogleSettings[" + issuer + "]";
    }
}
