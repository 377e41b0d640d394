package io.ticketing.auth.user;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Tells a null, which means that somebody takes work at any time, from a field that is not there. */
@RegisterForReflection
public final class AvailabilityDeserializer extends StdDeserializer<AvailabilityRequest> {

    private static final long serialVersionUID = 1L;

    AvailabilityDeserializer() {
        super(AvailabilityRequest.class);
    }

    @Override
    public AvailabilityRequest deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return context.readValue(json, AvailabilityRequest.class);
    }

    @Override
    public AvailabilityRequest getNullValue(DeserializationContext context) {
        return AvailabilityRequest.always();
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}
