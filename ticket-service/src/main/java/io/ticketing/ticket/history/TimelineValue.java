package io.ticketing.ticket.history;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a field was or is: a text or a list of texts.
 *
 * @param text null for a list
 * @param list null for a text
 */
public record TimelineValue(@Nullable String text, @Nullable List<String> list) {

    public TimelineValue {
        list = list == null ? null : List.copyOf(list);
    }

    /** A text, an id or a word; null when there is none. */
    public static @Nullable TimelineValue of(@Nullable String text) {
        return text == null ? null : new TimelineValue(text, null);
    }

    /** Several texts. */
    public static TimelineValue of(List<String> list) {
        return new TimelineValue(null, list);
    }

    /** The text or the list of texts, for JSON. */
    public Object plain() {
        return list == null ? Objects.requireNonNull(text) : list;
    }
}
