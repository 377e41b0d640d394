package io.ticketing.auth.admin.users;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Tells a null, which means that somebody takes work again, from a field that is not there. */
@RegisterForReflection
final class AbsenceDeserializer extends StdDeserializer<AbsenceRequest> {

    private static final long serialVersionUID = 1L;

    AbsenceDeserializer() {
        super(AbsenceRequest.class);
    }

    @Override
    public AbsenceRequest deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return context.readValue(json, AbsenceRequest.class);
    }

    @Override
    public AbsenceRequest getNullValue(DeserializationContext context) {
        return new AbsenceRequest(null);
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}
