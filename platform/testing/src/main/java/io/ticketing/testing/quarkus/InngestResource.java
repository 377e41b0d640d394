package io.ticketing.testing.quarkus;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.ticketing.testing.inngest.InngestOptions;
import io.ticketing.testing.inngest.InngestServer;
import io.ticketing.testing.process.FreePort;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A double of the Inngest server under Inngest's own names, and a port at which it reaches the application. With the argument {@code dev}
 * it is a dev server. Whether the application uses it is the application's own setting.
 */
public final class InngestResource implements QuarkusTestResourceLifecycleManager {
    private static @Nullable InngestServer inngest;

    private boolean dev;

    /** The server of the application under test. */
    public static synchronized InngestServer inngest() {
        return Objects.requireNonNull(inngest, "No Inngest: is the test annotated @WithInngest?");
    }

    @Override
    public void init(Map<String, String> arguments) {
        dev = arguments.containsKey("dev");
    }

    @Override
    public Map<String, String> start() {
        InngestServer server = begin(dev ? InngestOptions.dev() : InngestOptions.signing());
        int port = FreePort.choose();
        Map<String, String> settings = new HashMap<>();
        settings.put("INNGEST_EVENT_KEY", server.options().eventKey());
        settings.put("INNGEST_SERVE_ORIGIN", "http://127.0.0.1:" + port);
        settings.put("quarkus.http.test-port", Integer.toString(port));
        if (dev) {
            settings.put("INNGEST_DEV", server.baseUrl());
        } else {
            settings.put("INNGEST_BASE_URL", server.baseUrl());
            settings.put("INNGEST_SIGNING_KEY", InngestOptions.SIGNING_KEY);
        }
        return settings;
    }

    @Override
    public void stop() {
        end();
    }

    private static synchronized InngestServer begin(InngestOptions options) {
        InngestServer server = InngestServer.start(options);
        inngest = server;
        return server;
    }

    private static synchronized void end() {
        if (inngest != null) {
            inngest.close();
        }
    }
}
