package io.ticketing.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says which field of a JSON body cannot be read and what would be right, without quoting the body or naming a class. */
final class UnreadableJson {

    static final String MALFORMED = "is not well-formed JSON in UTF-8";

    private UnreadableJson() {}

    static List<FieldError> error(JsonProcessingException exception) {
        return List.of(new FieldError(field(exception), message(exception)));
    }

    private static String field(JsonProcessingException exception) {
        if (!(exception instanceof JsonMappingException mapping)) {
            return "body";
        }
        String path = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "body" : path.replaceFirst("^\\.", "");
    }

    private static String message(JsonProcessingException exception) {
        return exception instanceof MismatchedInputException mismatch
                ? "must be " + expected(mismatch.getTargetType())
                : MALFORMED;
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of the documented type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant)
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', '-'))
                            .collect(Collectors.joining(", "));
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "of the documented type";
    }
}
