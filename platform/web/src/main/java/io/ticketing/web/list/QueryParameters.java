package io.ticketing.web.list;

import io.ticketing.web.input.Characters;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands behind the question mark of a list. Whatever is there but of no use, empty included, is a 400 that names the parameter. */
public final class QueryParameters {

    private static final int DEFAULT_LIMIT = 50;
    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d?|100");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]{5,18}(Z|[+-]\\d\\d:\\d\\d)");

    private static final String NO_TIME = "must be a time, such as 2026-11-25T08:00:00Z";

    private final MultivaluedMap<String, String> parameters;

    public QueryParameters(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /** How many entries a page holds at most: {@code limit}, 1 to 100. */
    public int limit() {
        return value("limit")
                .map(limit -> valid("limit", limit, LIMIT.matcher(limit).matches(), "must be a number from 1 to 100"))
                .map(Integer::valueOf)
                .orElse(DEFAULT_LIMIT);
    }

    /** Where the page before ended: {@code cursor}. */
    public <T> Optional<T> cursor(Function<String, Optional<T>> reader) {
        return read("cursor", reader, "must be the nextCursor of an earlier page");
    }

    /**
     * What a parameter stands for.
     *
     * @param reader empty for what is wrong
     * @param rule says what would be right, such as {@code must be …}
     */
    public <T> Optional<T> read(String name, Function<String, Optional<T>> reader, String rule) {
        return value(name).map(text -> reader.apply(text).orElseThrow(() -> invalid(name, rule)));
    }

    /** An id. */
    public Optional<String> id(String name) {
        return value(name).map(id -> valid(name, id, isId(id), "must be an id of 24 hex digits"));
    }

    /** One of a few words. */
    public <E extends Enum<E>> Optional<E> oneOf(String name, E[] values, Function<E, String> wireName) {
        return value(name).map(word -> Arrays.stream(values)
                .filter(value -> wireName.apply(value).equals(word))
                .findFirst()
                .orElseThrow(() -> invalid(
                        name,
                        Arrays.stream(values).map(wireName).collect(Collectors.joining(", ", "must be one of ", "")))));
    }

    /** Text that a person typed, of so many characters at most. */
    public Optional<String> text(String name, int most) {
        return value(name)
                .map(text -> valid(
                        name,
                        text,
                        text.codePointCount(0, text.length()) <= most
                                && !Characters.isBlank(text)
                                && text.codePoints().allMatch(c -> Characters.isAllowed(c, false)),
                        "must be text of 1 to " + most + " characters"));
    }

    /** A time of the years 0 to 9999. */
    public Optional<Instant> time(String name) {
        return value(name).map(text -> {
            try {
                return Instant.parse(valid(name, text, TIME.matcher(text).matches(), NO_TIME));
            } catch (DateTimeParseException noTime) {
                throw invalid(name, NO_TIME);
            }
        });
    }

    /** Whether a text has the form of an id. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(parameters.getFirst(name));
    }

    private static String valid(String name, String value, boolean valid, String rule) {
        if (!valid) {
            throw invalid(name, rule);
        }
        return value;
    }

    private static ProblemException invalid(String name, String rule) {
        return new ProblemException(Failure.invalid(name, rule));
    }
}
