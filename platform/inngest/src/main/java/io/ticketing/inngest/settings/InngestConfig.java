package io.ticketing.inngest.settings;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What an operator sets. Each key reads Inngest's own environment variable, {@code inngest.event-key} reads {@code INNGEST_EVENT_KEY}. */
@ConfigMapping(prefix = "inngest")
public interface InngestConfig {

    /** Whether there is Inngest at all: otherwise nothing is served, registered or sent, and no other key is needed. */
    @WithDefault("false")
    boolean enabled();

    /** Who this application is to the server; never changed later. */
    @WithDefault("${quarkus.application.name}")
    String appId();

    /** Lets events in. Needed in cloud mode by whoever sends events. */
    Optional<String> eventKey();

    /** Signs calls: {@code signkey-<env>-<hex>}. Needed in cloud mode by whoever serves functions. */
    Optional<String> signingKey();

    /** The key before or after, while keys change. */
    Optional<String> signingKeyFallback();

    /** The branch environment, where the key alone does not say it. */
    Optional<String> env();

    /** {@code 1}, or the address of a dev server, for dev mode, in which calls are not signed; cloud mode otherwise. */
    Optional<String> dev();

    /** Where both APIs are, instead of the usual place of the mode. */
    Optional<String> baseUrl();

    /** Where the server reaches this application, such as {@code https://app.example.com}. Needed by whoever serves functions. */
    Optional<String> serveOrigin();

    /** The path that is served. */
    @WithDefault("/api/inngest")
    String servePath();

    /** The largest body of a call; the server itself keeps below 4 MB, and has more fetched from its API. */
    @WithDefault("5M")
    MemorySize bodyLimit();

    /** How long the server may take to answer. */
    @WithDefault("10s")
    Duration timeout();

    /** How long to wait after the first failure to register; doubles up to a minute. */
    @WithDefault("1s")
    Duration registerBackoff();
}
