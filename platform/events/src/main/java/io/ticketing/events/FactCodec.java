package io.ticketing.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Facts to Kafka records and back: CloudEvents 1.0, Kafka protocol binding, binary mode, JSON data. */
public final class FactCodec {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final String VERSION = "1.0";

    /** Many times the largest fact; what is larger is none, and shall not get as far as a database or a model. */
    private static final int MAX_BYTES = 512 * 1024;

    private FactCodec() {}

    /** The data of a fact as JSON. */
    public static String json(FactData data) {
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a fact of kind " + FactType.of(data) + " cannot be written", impossible);
        }
    }

    /** The CloudEvents attributes of a fact as Kafka headers. */
    public static Headers headers(String id, String type, String subject, long sequence, Instant time, String source) {
        Headers headers = new RecordHeaders();
        put(headers, "ce_specversion", VERSION);
        put(headers, "ce_id", id);
        put(headers, "ce_source", source);
        put(headers, "ce_type", type);
        put(headers, "ce_subject", subject);
        put(headers, "ce_time", time.toString());
        put(headers, "ce_sequence", Long.toString(sequence));
        put(headers, "content-type", "application/json");
        return headers;
    }

    /** The fact as a record for its topic, keyed by its subject. */
    public static ProducerRecord<String, byte[]> write(Fact fact, String source) {
        Headers headers =
                headers(fact.id(), fact.type().wireName(), fact.subject(), fact.sequence(), fact.time(), source);
        byte[] json = json(fact.data()).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(fact.type().topic().wireName(), null, fact.subject(), json, headers);
    }

    /**
     * Reads a record.
     *
     * @throws PoisonRecordException when it is no CloudEvent of version 1.0, is larger than 512 KiB, or its data does not fit its type
     */
    public static ReadRecord read(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return tombstone(record.key());
        }
        if (record.value().length > MAX_BYTES) {
            throw new PoisonRecordException("the data is larger than " + MAX_BYTES / 1024 + " KiB");
        }
        if (!header(record, "ce_specversion").equals(VERSION)) {
            throw new PoisonRecordException("the version of CloudEvents is not " + VERSION);
        }
        String wireName = header(record, "ce_type");
        return FactType.named(wireName)
                .<ReadRecord>map(type -> new ReadRecord.Known(known(type, record)))
                .orElseGet(() -> new ReadRecord.Unknown(wireName));
    }

    private static ReadRecord tombstone(@Nullable String key) {
        if (key == null) {
            throw new PoisonRecordException("there is neither data nor a key");
        }
        return new ReadRecord.Tombstone(key);
    }

    private static Fact known(FactType type, ConsumerRecord<String, byte[]> record) {
        try {
            return new Fact(
                    header(record, "ce_id"),
                    header(record, "ce_subject"),
                    Long.parseLong(header(record, "ce_sequence")),
                    Instant.parse(header(record, "ce_time")),
                    data(type, record.value()));
        } catch (IOException broken) {
            throw new PoisonRecordException("the data is no " + type.wireName());
        } catch (DateTimeException | IllegalArgumentException broken) {
            throw new PoisonRecordException("a CloudEvents attribute of " + type.wireName() + " is malformed");
        }
    }

    private static FactData data(FactType type, byte[] json) throws IOException {
        FactData data = JSON.readValue(json, type.data());
        if (data == null) {
            throw new PoisonRecordException("the data is no " + type.wireName());
        }
        return data;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new PoisonRecordException("the attribute " + name + " is missing");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
