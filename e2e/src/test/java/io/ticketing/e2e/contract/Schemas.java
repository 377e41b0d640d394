package io.ticketing.e2e.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Validates JSON against the schemas of a description, which are JSON Schema 2020-12. */
final class Schemas {

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private final Map<JsonNode, JsonSchema> compiled = new ConcurrentHashMap<>();
    private final JsonNode components;
    private final SchemaValidatorsConfig config;

    private Schemas(JsonNode components, boolean formats) {
        this.components = components;
        this.config = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(formats)
                .build();
    }

    /** For what clients send: they may send more than is described, and a format is what it should look like. */
    static Schemas ofRequests(JsonNode components) {
        return new Schemas(components, false);
    }

    /** For what clients read: they may rely on all of it, so that a member that is not described is a fault. */
    static Schemas ofAnswers(JsonNode components) {
        JsonNode closed = components.deepCopy();
        closed.path("schemas").forEach(Schemas::close);
        return new Schemas(closed, true);
    }

    /** What is wrong with the value; empty when nothing is. */
    List<String> faults(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private JsonSchema compile(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", components);
        return factory.getSchema(whole, config);
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.set("unevaluatedProperties", JsonNodeFactory.instance.booleanNode(false));
        }
        schema.forEach(Schemas::close);
    }
}
