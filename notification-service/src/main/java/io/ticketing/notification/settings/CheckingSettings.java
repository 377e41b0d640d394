package io.ticketing.notification.settings;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Stops the start with one line when a setting is missing or makes no sense. */
final class CheckingSettings {

    private static final Logger LOG = Logger.getLogger(CheckingSettings.class);

    private CheckingSettings() {}

    @Produces
    @Singleton
    static MailAccount account(MailSettings settings) {
        return MailAccount.of(settings);
    }

    static void check(@Observes @Priority(1) StartupEvent event, MailAccount account) {
        if (account.login().isEmpty()) {
            LOG.warn(
                    "mails go out without TLS and without login (MAILTRAP_SMTP_SECURITY=plain): for a local inbox only");
        }
    }
}
