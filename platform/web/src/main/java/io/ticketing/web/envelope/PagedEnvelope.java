package io.ticketing.web.envelope;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a list.
 *
 * @param success always true
 * @param statusCode the HTTP status
 * @param message for people
 * @param data this page's entries
 * @param page how to get the next one
 */
public record PagedEnvelope<T>(boolean success, int statusCode, String message, List<T> data, Page page) {

    /**
     * Where a list goes on.
     *
     * @param limit how many entries a page holds at most
     * @param nextCursor to be passed as {@code cursor}; null on the last page
     */
    public record Page(int limit, @Nullable String nextCursor) {}

    /** A 200 with one page of a list. */
    public static <T> PagedEnvelope<T> ok(String message, List<T> data, int limit, @Nullable String nextCursor) {
        return new PagedEnvelope<>(true, 200, message, data, new Page(limit, nextCursor));
    }
}
