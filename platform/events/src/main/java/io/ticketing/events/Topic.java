package io.ticketing.events;

import java.time.Duration;
import java.util.Map;

/** The topics of the system, with the settings that they are created with. */
public enum Topic {
    /**
     * Full state of every user, compacted: the newest fact per user stays until the user is deleted. What a deleted user was is gone a day later; that
     * he is gone can be read for thirty days.
     */
    USERS(
            "users",
            Map.of(
                    "cleanup.policy",
                    "compact",
                    "min.cleanable.dirty.ratio",
                    "0.1",
                    "max.compaction.lag.ms",
                    Long.toString(Duration.ofDays(1).toMillis()),
                    "delete.retention.ms",
                    Long.toString(Duration.ofDays(30).toMillis()))),
    /** What happened to users; kept for seven days. */
    USER_EVENTS(
            "user-events",
            Map.of("retention.ms", Long.toString(Duration.ofDays(7).toMillis()))),
    /** What happened to tickets; kept for seven days. */
    TICKET_EVENTS(
            "ticket-events",
            Map.of("retention.ms", Long.toString(Duration.ofDays(7).toMillis()))),
    /** What triage found out; kept for seven days. */
    TRIAGE_EVENTS(
            "triage-events",
            Map.of("retention.ms", Long.toString(Duration.ofDays(7).toMillis())));

    private final String wireName;
    private final Map<String, String> settings;

    Topic(String wireName, Map<String, String> settings) {
        this.wireName = wireName;
        this.settings = settings;
    }

    /** The name in Kafka. */
    public String wireName() {
        return wireName;
    }

    /** Kafka's topic configuration. */
    public Map<String, String> settings() {
        return settings;
    }
}
