package io.ticketing.auth.user;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a null, which clears a field, from a field that is not there and stays. */
abstract class ClearableDeserializer<T> extends StdDeserializer<Optional<T>> {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;

    ClearableDeserializer(Class<T> type) {
        super(Optional.class);
        this.type = type;
    }

    @Override
    public Optional<T> deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return Optional.of(context.readValue(json, type));
    }

    @Override
    public Optional<T> getNullValue(DeserializationContext context) {
        return Optional.empty();
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}
