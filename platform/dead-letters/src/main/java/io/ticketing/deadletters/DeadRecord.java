package io.ticketing.deadletters;

import io.ticketing.events.PoisonRecordException;
import io.ticketing.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * From the record on the topic of dead letters to what is kept of it, and back to the record that it was. The messaging library writes its own
 * headers, which tell where the record came from and why it died, before the record's; so of two with one name the first is true.
 */
final class DeadRecord {

    /** What anybody may hear of a failure that is none of the record's. */
    static final String UNFORESEEN = "the service failed in a way that nobody foresaw; its log says more";

    /** Their facts hold names and addresses, which are not for all staff. */
    private static final Set<String> OF_USERS = Set.of(Topic.USERS.wireName(), Topic.USER_EVENTS.wireName());

    private static final String PREFIX = "dead-letter-";

    private DeadRecord() {}

    static DeadLetterDocument read(ConsumerRecord<String, byte[]> dead) {
        String topic = text(dead, "topic").orElse(dead.topic());
        int partition = text(dead, "partition").map(Integer::valueOf).orElse(dead.partition());
        long offset = text(dead, "offset").map(Long::valueOf).orElse(dead.offset());
        byte[] data = dead.value() == null ? new byte[0] : dead.value();
        return new DeadLetterDocument(
                topic + "-" + partition + "-" + offset,
                topic,
                partition,
                offset,
                dead.key(),
                StreamSupport.stream(dead.headers().spliterator(), false)
                        .filter(header -> !header.key().startsWith(PREFIX))
                        .map(header -> new DeadLetterDocument.Header(header.key(), binary(header.value())))
                        .toList(),
                binary(dead.value()),
                type(dead),
                OF_USERS.contains(topic) ? "" : Excerpt.of(data),
                data.length,
                reason(dead),
                Instant.ofEpochMilli(dead.timestamp()),
                0,
                null);
    }

    /** The record as it was. */
    static ConsumerRecord<String, byte[]> restore(DeadLetterDocument letter) {
        Binary value = letter.value();
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.at().toEpochMilli(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                value == null ? ConsumerRecord.NULL_SIZE : value.length(),
                letter.key(),
                value == null ? null : value.getData(),
                new RecordHeaders(),
                Optional.empty());
        letter.headers().forEach(header -> record.headers().add(header.name(), bytes(header.value())));
        return record;
    }

    private static @Nullable String type(ConsumerRecord<String, byte[]> dead) {
        Header type = dead.headers().lastHeader("ce_type");
        return type == null || type.value() == null ? null : Excerpt.of(type.value());
    }

    private static String reason(ConsumerRecord<String, byte[]> dead) {
        boolean isPoison = text(dead, "exception-class-name")
                .filter(PoisonRecordException.class.getName()::equals)
                .isPresent();
        return isPoison ? text(dead, "reason").orElse(UNFORESEEN) : UNFORESEEN;
    }

    private static Optional<String> text(ConsumerRecord<String, byte[]> dead, String name) {
        Iterator<Header> headers = dead.headers().headers(PREFIX + name).iterator();
        return headers.hasNext()
                ? Optional.of(new String(headers.next().value(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static @Nullable Binary binary(byte @Nullable [] bytes) {
        return bytes == null ? null : new Binary(bytes);
    }

    private static byte @Nullable [] bytes(@Nullable Binary binary) {
        return binary == null ? null : binary.getData();
    }
}
