package io.ticketing.inngest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How values travel: times as ISO text, unknown members ignored. A mapper of its own, so that an application's settings for its own API
 * cannot change what is remembered of its runs.
 */
public final class InngestJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private InngestJson() {}

    /** A new, empty object. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /**
     * The value as JSON; null becomes JSON's null.
     *
     * @throws NonRetriableException when Jackson cannot write it: it will not be able to the next time either
     */
    public static JsonNode tree(@Nullable Object value) {
        try {
            return JSON.valueToTree(value);
        } catch (IllegalArgumentException unwritable) {
            throw new NonRetriableException("A value cannot be written as JSON", unwritable);
        }
    }

    /**
     * Parses what came over the wire.
     *
     * @throws IOException when it is no JSON
     */
    public static JsonNode parse(byte[] body) throws IOException {
        return JSON.readTree(body);
    }

    /** The bytes of a tree. */
    public static byte[] bytes(JsonNode tree) {
        try {
            return JSON.writeValueAsBytes(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** For {@link #read}. */
    public static JavaType type(Class<?> type) {
        return JSON.constructType(type);
    }

    /** For {@link #read}. */
    public static JavaType type(TypeReference<?> type) {
        return JSON.getTypeFactory().constructType(type);
    }

    /**
     * The tree as a value of the type; null for JSON's null.
     *
     * @param what it is, for the message
     * @throws NonRetriableException when it does not fit: it will not fit the next time either
     */
    public static <T extends @Nullable Object> T read(JsonNode tree, JavaType type, String what) {
        try {
            return JSON.treeToValue(tree, type);
        } catch (JsonProcessingException unfit) {
            throw new NonRetriableException(
                    what + " is not of type " + type.getRawClass().getSimpleName());
        }
    }
}
