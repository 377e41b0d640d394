package io.ticketing.events;

import java.util.Map;

/** The topics of the system, with the settings that they are created with. */
public enum Topic {
    /** Full state of every user, compacted: the newest fact per user stays for ever. */
    USERS("users", Map.of("cleanup.policy", "compact", "min.cleanable.dirty.ratio", "0.1")),
    /** What happened to users; kept for seven days. */
    USER_EVENTS("user-events", Map.of("retention.ms", Long.toString(7L * 24 * 60 * 60 * 1000))),
    /** What happened to tickets; kept for seven days. */
    TICKET_EVENTS("ticket-events", Map.of("retention.ms", Long.toString(7L * 24 * 60 * 60 * 1000))),
    /** What triage found out; kept for seven days. */
    TRIAGE_EVENTS("triage-events", Map.of("retention.ms", Long.toString(7L * 24 * 60 * 60 * 1000)));

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
