package io.ticketing.ticket.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How streams are served. */
@ConfigMapping(prefix = "ticketing.stream")
public interface StreamConfig {

    /** How long a stream is silent at most; also how long a client may take to accept a single event. Shorter than the gateway's idle timeout. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How many events wait for a client at most; one that is slower is cut off. */
    @WithDefault("256")
    int buffered();

    /** How many streams a user may have open on one replica. */
    @WithDefault("10")
    int perUser();

    /** How many streams one replica serves. */
    @WithDefault("2000")
    int perReplica();
}
