package io.ticketing.outbox;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.Topic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact that waits in its aggregate's document.
 *
 * @param id the fact's id
 * @param topic where it goes
 * @param type CloudEvents type
 * @param subject aggregate id and Kafka key
 * @param sequence the aggregate's version after the change
 * @param time when it happened
 * @param data JSON, or null for a compacted topic's tombstone
 */
@RegisterForReflection
public record OutboxEntry(
        String id,
        String topic,
        String type,
        String subject,
        long sequence,
        Instant time,
        @Nullable String data) {

    /** The fact, ready to wait. */
    public static OutboxEntry of(Fact fact) {
        return new OutboxEntry(
                fact.id(),
                fact.type().topic().wireName(),
                fact.type().wireName(),
                fact.subject(),
                fact.sequence(),
                fact.time(),
                FactCodec.json(fact.data()));
    }

    /** The end of an aggregate on a compacted topic: a record without a value. It takes id, sequence and time of the fact that tells why. */
    public static OutboxEntry tombstone(Topic topic, Fact why) {
        return new OutboxEntry(
                why.id() + ":tombstone",
                topic.wireName(),
                why.type().wireName(),
                why.subject(),
                why.sequence(),
                why.time(),
                null);
    }

    /** The id alone: what the fact says must not end up in a log. */
    @Override
    public String toString() {
        return "OutboxEntry[id=" + id + "]";
    }
}
