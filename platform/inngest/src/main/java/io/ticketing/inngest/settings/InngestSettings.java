package io.ticketing.inngest.settings;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.ticketing.inngest.signature.SigningKey;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings as they are meant.
 *
 * @param enabled whether there is Inngest at all; the rest is of use only then
 * @param appId who this application is to the server
 * @param mode cloud unless a dev server was named
 * @param eventKey lets events in; null when there is none
 * @param keys that sign calls, the first for ours; empty in dev mode
 * @param env the branch environment; null when there is none
 * @param events where events go; the key follows as {@code /e/<key>}
 * @param api where functions are registered and runs are read
 * @param servePath the path that is served
 * @param serveUrl where the server reaches it; null when that was not said
 * @param bodyLimit of a call, in bytes
 * @param timeout how long the server may take to answer
 * @param registerBackoff how long to wait after the first failure to register
 */
public record InngestSettings(
        boolean enabled,
        String appId,
        Mode mode,
        @Nullable String eventKey,
        List<SigningKey> keys,
        @Nullable String env,
        URI events,
        URI api,
        String servePath,
        @Nullable URI serveUrl,
        long bodyLimit,
        Duration timeout,
        Duration registerBackoff) {

    private static final String DEV_SERVER = "http://127.0.0.1:8288";
    private static final String CLOUD_EVENTS = "https://inn.gs";
    private static final String CLOUD_API = "https://api.inngest.com";

    /**
     * Reads them.
     *
     * @throws ConfigurationException when one is no key or no address; names the variable, never its value
     */
    public static InngestSettings of(InngestConfig config) {
        if (!config.enabled()) {
            return off(config);
        }
        Mode mode = config.dev().filter(InngestSettings::isOn).isPresent() ? Mode.DEV : Mode.CLOUD;
        String dev = config.dev().filter(value -> value.contains("://")).orElse(DEV_SERVER);
        String events = config.baseUrl().orElse(mode == Mode.DEV ? dev : CLOUD_EVENTS);
        String api = config.baseUrl().orElse(mode == Mode.DEV ? dev : CLOUD_API);
        String addressed = config.baseUrl().isPresent() ? "INNGEST_BASE_URL" : "INNGEST_DEV";
        if (!config.servePath().startsWith("/")) {
            throw bad("INNGEST_SERVE_PATH", "must begin with a slash");
        }
        return new InngestSettings(
                config.enabled(),
                config.appId(),
                mode,
                config.eventKey().orElse(null),
                mode == Mode.DEV ? List.of() : keys(config),
                config.env().orElse(null),
                address(addressed, events),
                address(addressed, api),
                config.servePath(),
                config.serveOrigin()
                        .map(origin -> address("INNGEST_SERVE_ORIGIN", origin).resolve(config.servePath()))
                        .orElse(null),
                config.bodyLimit().asLongValue(),
                config.timeout(),
                config.registerBackoff());
    }

    /** Nothing of what was set is of use, so nothing of it can be wrong. */
    private static InngestSettings off(InngestConfig config) {
        URI nowhere = URI.create(CLOUD_API);
        return new InngestSettings(
                false,
                config.appId(),
                Mode.CLOUD,
                null,
                List.of(),
                null,
                nowhere,
                nowhere,
                config.servePath(),
                null,
                config.bodyLimit().asLongValue(),
                config.timeout(),
                config.registerBackoff());
    }

    /**
     * Where the server reaches what is served here.
     *
     * @throws ConfigurationException when something is missing without which functions cannot be served safely
     */
    public URI servedAt() {
        if (mode == Mode.CLOUD && keys.isEmpty()) {
            throw bad(
                    "INNGEST_SIGNING_KEY",
                    "must be set: without it nobody could tell who calls (INNGEST_DEV=1 for a dev server)");
        }
        if (serveUrl == null) {
            throw bad("INNGEST_SERVE_ORIGIN", "must be set: Inngest has to know where to call");
        }
        return serveUrl;
    }

    /**
     * Checks what is needed to send events.
     *
     * @throws ConfigurationException when the key is missing that would let them in
     */
    public void checkSending() {
        if (mode == Mode.CLOUD && eventKey == null) {
            throw bad("INNGEST_EVENT_KEY", "must be set: without it no event is let in");
        }
    }

    /** The refusal to start. */
    static ConfigurationException bad(String variable, String fault) {
        return new ConfigurationException(variable + " " + fault);
    }

    private static boolean isOn(String dev) {
        return !dev.equals("0") && !dev.equalsIgnoreCase("false");
    }

    private static List<SigningKey> keys(InngestConfig config) {
        return Stream.of(
                        key("INNGEST_SIGNING_KEY", config.signingKey()),
                        key("INNGEST_SIGNING_KEY_FALLBACK", config.signingKeyFallback()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<SigningKey> key(String variable, Optional<String> value) {
        return value.map(text -> SigningKey.parse(text)
                .orElseThrow(() -> bad(variable, "must look like signkey-<env>-<hex>, with 32 hex digits at least")));
    }

    private static URI address(String variable, String value) {
        try {
            URI address = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return address;
            }
            throw bad(variable, "must be an address that begins with http:// or https://");
        } catch (IllegalArgumentException unreadable) {
            throw bad(variable, "must be an address that begins with http:// or https://");
        }
    }
}
