package io.ticketing.inngest.register;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.ticketing.inngest.api.ApiFailedException;
import io.ticketing.inngest.api.InngestApi;
import io.ticketing.inngest.function.Functions;
import io.ticketing.inngest.settings.InngestSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Registers the functions at start, as often as it takes, beside everything else; and whenever the server asks for it. */
@ApplicationScoped
public class Registrar {

    private static final Logger LOG = Logger.getLogger(Registrar.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final InngestSettings settings;
    private final Functions functions;
    private final InngestApi api;
    private volatile @Nullable Thread trying;

    Registrar(InngestSettings settings, Functions functions, InngestApi api) {
        this.settings = settings;
        this.functions = functions;
        this.api = api;
    }

    /**
     * Registers now.
     *
     * @param deployId what the server asked with, if it asked
     * @return whether that changed anything
     * @throws ApiFailedException when the server did not take it
     */
    public boolean register(@Nullable String deployId) {
        return api.register(Registration.of(settings.appId(), settings.servedAt(), functions.all()), deployId);
    }

    void start(@Observes StartupEvent event) {
        if (!functions.all().isEmpty()) {
            URI url = settings.servedAt();
            trying = Thread.ofVirtual().name("inngest-register").start(() -> registerAtLast(url));
        } else if (settings.enabled()) {
            settings.checkSending();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        Thread thread = trying;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void registerAtLast(URI url) {
        Duration wait = settings.registerBackoff();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                register(null);
                LOG.infof(
                        "%d Inngest functions registered at %s", functions.all().size(), url.getPath());
                return;
            } catch (ApiFailedException refused) {
                LOG.warnf("Inngest functions are not registered yet: %s", refused.getMessage());
            }
            if (!waited(wait)) {
                return;
            }
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }

    private static boolean waited(Duration wait) {
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
