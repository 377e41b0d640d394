package io.ticketing.notification.sending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How deliveries are worked off. A sender renews its lease for as long as it is at work, so the lease says how soon somebody else takes over
 * from a sender that died, and not how long a mail may take.
 */
@ConfigMapping(prefix = "ticketing.sending")
public interface SendingConfig {

    /** How many mails, and so connections, are on their way at once. */
    @WithDefault("8")
    int concurrency();

    /** How long a sender keeps a delivery to itself without renewing; 1 s to 60 s. */
    @WithDefault("15s")
    Duration lease();

    /** How long one mail may take at the mail server, all in all; longer than the silence. */
    @WithDefault("6m")
    Duration patience();

    /** How long the mail server may take to accept a connection. */
    @WithDefault("10s")
    Duration connectTimeout();

    /** How long the mail server may say nothing; whole seconds, at least one. A relay may take minutes to confirm what it has already taken. */
    @WithDefault("5m")
    Duration silence();

    /** How often to look for deliveries that came due; new ones are taken at once. */
    @WithDefault("1s")
    Duration poll();

    /** Before the second attempt; doubled from then on. */
    @WithDefault("1s")
    Duration firstRetry();

    /** Between two attempts, at most; and at once after an attempt that may have delivered the mail. */
    @WithDefault("5m")
    Duration longestRetry();

    /** After that, a delivery is dead. */
    @WithDefault("72h")
    Duration giveUpAfter();

    /** After so many attempts that may have delivered the mail and were never confirmed, a delivery is dead; at least one. */
    @WithDefault("5")
    int unconfirmedAttempts();
}
