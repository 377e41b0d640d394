package io.ticketing.notification.account;

import io.ticketing.events.Fact;
import io.ticketing.inngest.InngestClient;
import io.ticketing.notification.delivery.DeliveryDocument;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who says when a welcome mail goes out: this service at once, or Inngest ({@link OnSigningUp}). The mail is written down when the fact of
 * the sign-up comes, whoever it is, so it can be neither lost nor sent twice.
 */
@ApplicationScoped
class WelcomeEngine {

    private final InngestClient inngest;
    private final Duration patience;

    /** @param patience after that a mail goes out that Inngest has not asked for */
    WelcomeEngine(InngestClient inngest, @ConfigProperty(name = "ticketing.welcome.patience") Duration patience) {
        this.inngest = inngest;
        this.patience = patience;
    }

    /** The welcome mail, held back while Inngest, which may have known for as long as the fact is old, has its turn. */
    DeliveryDocument timed(Fact signup, DeliveryDocument welcome) {
        return inngest.isEnabled() ? welcome.heldBackUntil(signup.time().plus(patience)) : welcome;
    }
}
