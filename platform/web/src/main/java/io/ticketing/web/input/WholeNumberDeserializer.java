package io.ticketing.web.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads 2.0 as 2, as JSON has one kind of numbers and a schema's {@code integer} is any without a fraction; 2.5 stays a mistake. */
final class WholeNumberDeserializer extends StdScalarDeserializer<Integer> {

    private static final long serialVersionUID = 1L;

    WholeNumberDeserializer() {
        super(Integer.class);
    }

    /** So that what holds for whole numbers, such as that no text is one, holds here too. */
    @Override
    public LogicalType logicalType() {
        return LogicalType.Integer;
    }

    @Override
    public @Nullable Integer deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.hasToken(JsonToken.VALUE_NUMBER_FLOAT) && isWhole(json.getDecimalValue())) {
            return json.getDecimalValue().intValueExact();
        }
        return _parseInteger(json, context, Integer.class);
    }

    private static boolean isWhole(BigDecimal number) {
        try {
            number.intValueExact();
            return true;
        } catch (ArithmeticException fractionOrTooLarge) {
            return false;
        }
    }
}
