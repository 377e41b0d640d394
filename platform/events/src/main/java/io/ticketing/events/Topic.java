package io.ticketing.events;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The topics of the system, with the settings that they are created with. */
public enum Topic {
    /**
     * Full state of every user, compacted: the newest fact per user stays until the user is deleted. What a deleted user was is gone once a day has
     * passed and something else has come to the partition; that he is gone can be read for thirty days.
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
    /** What happened to users; kept for seven days, and at most a day longer. */
    USER_EVENTS("user-events", Kept.FOR_A_WEEK),
    /** What happened to tickets; kept for seven days, and at most a day longer. */
    TICKET_EVENTS("ticket-events", Kept.FOR_A_WEEK),
    /** What triage found out; kept for seven days, and at most a day longer. */
    TRIAGE_EVENTS("triage-events", Kept.FOR_A_WEEK);

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

    /** For how long records stay. */
    static final class Kept {

        /** A segment goes as a whole, when its newest record is old enough; so that none holds more than a day, it is closed after one. */
        static final Map<String, String> FOR_A_WEEK = Map.of(
                "retention.ms",
                Long.toString(Duration.ofDays(7).toMillis()),
                "segment.ms",
                Long.toString(Duration.ofDays(1).toMillis()));

        /** In bytes: a record of the largest size that other topics take has its reason beside it. */
        static final int LARGEST_DEAD_LETTER = 2 * 1024 * 1024;

        /** Those of dead letters. */
        static final Map<String, String> AS_DEAD_LETTERS = Stream.concat(
                        FOR_A_WEEK.entrySet().stream(),
                        Stream.of(Map.entry("max.message.bytes", Integer.toString(LARGEST_DEAD_LETTER))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

        private Kept() {}
    }
}
