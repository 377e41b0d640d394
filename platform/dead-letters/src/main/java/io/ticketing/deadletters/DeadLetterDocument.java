package io.ticketing.deadletters;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be handled, as it was.
 *
 * @param id the place that it had, as {@code topic-partition-offset}; so it is one, however often it dies there
 * @param reason why, for people
 * @param at when it came to the dead letters
 * @param value null for a tombstone
 * @param type what it was said to tell
 * @param excerpt the beginning of its data, as it is shown; empty where it would show people's addresses
 * @param bytes how large its data are
 * @param replays how often it was tried again
 * @param replayedAt when it could be handled at last; null when it could not, at the last try
 */
@RegisterForReflection
public record DeadLetterDocument(
        @BsonId String id,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        List<Header> headers,
        @Nullable Binary value,
        @Nullable String type,
        String excerpt,
        int bytes,
        String reason,
        Instant at,
        int replays,
        @Nullable Instant replayedAt) {

    /** One header of the record. */
    @RegisterForReflection
    public record Header(String name, @Nullable Binary value) {}

    /** The id alone: what a record holds must not end up in a log. */
    @Override
    public String toString() {
        return "DeadLetterDocument[" + id + "]";
    }
}
