package io.ticketing.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How facts are carried out. The lease must be longer than the publication of one fact may take, or replicas would repeat each other's
 * work; and that time longer than the producer's {@code max.block.ms} and {@code delivery.timeout.ms} together, or a fact that was given up
 * comes late.
 */
@ConfigMapping(prefix = "ticketing.outbox")
public interface OutboxConfig {

    /** How long a write reserves its facts for the replica that made it. */
    @WithDefault("10s")
    Duration lease();

    /** How long to wait for the broker's acknowledgement of one fact. */
    @WithDefault("9s")
    Duration publishTimeout();

    /** How many documents are carried out at once. */
    @WithDefault("32")
    int concurrency();

    /** How many documents may wait in memory for their turn; what does not fit is left to the sweeper. */
    @WithDefault("10000")
    int backlog();
}
