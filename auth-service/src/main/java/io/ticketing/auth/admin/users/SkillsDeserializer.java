package io.ticketing.auth.admin.users;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Reads skills from a list, or from one text with commas in it, as older clients send them. */
@RegisterForReflection
final class SkillsDeserializer extends StdDeserializer<List<String>> {

    private static final long serialVersionUID = 1L;

    SkillsDeserializer() {
        super(List.class);
    }

    @Override
    public List<String> deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return Arrays.stream(json.getText().split(","))
                    .map(String::strip)
                    .filter(skill -> !skill.isEmpty())
                    .toList();
        }
        return context.readValue(json, context.getTypeFactory().constructCollectionType(List.class, String.class));
    }
}
