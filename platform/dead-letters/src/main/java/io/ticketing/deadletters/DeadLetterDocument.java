package io.ticketing.deadletters;

import static java.util.Objects.requireNonNull;

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

    public DeadLetterDocument {
        requireNonNull(id, "id");
        requireNonNull(topic, "topic");
        requireNonNull(headers, "headers");
        requireNonNull(excerpt, "excerpt");
        requireNonNull(reason, "reason");
        requireNonNull(at, "at");
    }

    /** One header of the record. */
    @RegisterForReflection
    public record Header(String name, @Nullable Binary value) {}

    /** The same after it was handled, of which nothing is kept: as that of a deletion, which takes all letters of its key with it. */
    DeadLetterDocument handledAndGone(Instant now) {
        return new DeadLetterDocument(
                id, topic, partition, offset, key, List.of(), null, type, "", bytes, reason, at, replays + 1, now);
    }

    /** The id alone: what a record holds must not end up in a log. */
    @Override
    public String toString() {
        return "DeadLetterDocument[" + id + "]";
    }
}
