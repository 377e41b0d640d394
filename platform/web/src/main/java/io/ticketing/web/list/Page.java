package io.ticketing.web.list;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param entries in the order of the list
 * @param nextCursor where the next page begins; empty on the last
 */
public record Page<T>(List<T> entries, Optional<String> nextCursor) {

    /** The page out of what was found when one entry more than fits was asked for. */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursorBehind) {
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        List<T> page = found.subList(0, limit);
        return new Page<>(page, Optional.of(cursorBehind.apply(page.getLast())));
    }
}
