package io.ticketing.notification.sending;

import io.quarkus.runtime.StartupEvent;
import io.ticketing.web.settings.BadSetting;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Stops the start with one line when the times of sending do not fit together. */
final class CheckingSending {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONGEST_LEASE = Duration.ofMinutes(1);

    private CheckingSending() {}

    static void onStart(@Observes @Priority(2) StartupEvent event, SendingConfig config) {
        check(config);
    }

    /**
     * Checks them.
     *
     * @throws io.quarkus.runtime.configuration.ConfigurationException naming the first setting that makes no sense
     */
    static void check(SendingConfig config) {
        require(config.concurrency() >= 1, "concurrency", "must be at least 1");
        require(config.unconfirmedAttempts() >= 1, "unconfirmed-attempts", "must be at least 1");
        require(
                config.lease().compareTo(SECOND) >= 0 && config.lease().compareTo(LONGEST_LEASE) <= 0,
                "lease",
                "must be from 1s to 60s: it is renewed while a mail is on its way");
        require(config.silence().compareTo(SECOND) >= 0, "silence", "must be at least 1s");
        require(config.connectTimeout().isPositive(), "connect-timeout", "must be longer than nothing");
        require(config.patience().compareTo(config.silence()) > 0, "patience", "must be longer than silence");
    }

    private static void require(boolean holds, String setting, String fault) {
        if (!holds) {
            throw BadSetting.of("ticketing.sending." + setting, fault);
        }
    }
}
