package io.ticketing.ticket.list;

import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param limit how many tickets it holds at most, 1 to 100
 * @param after where the page before ended; empty for the first
 */
record PageRequest(int limit, Optional<Cursor> after) {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 100;

    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d?|100");

    /**
     * The page that query parameters ask for; one that is there but empty is wrong, too.
     *
     * @throws ProblemException 400 that names the parameter at fault
     */
    static PageRequest of(MultivaluedMap<String, String> query) {
        return new PageRequest(
                limit(query.getFirst("limit")),
                Optional.ofNullable(query.getFirst("cursor")).map(PageRequest::after));
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (!LIMIT.matcher(limit).matches()) {
            throw new ProblemException(Failure.invalid("limit", "must be a number from 1 to " + MAX_LIMIT));
        }
        return Integer.parseInt(limit);
    }

    private static Cursor after(String cursor) {
        return Cursor.read(cursor)
                .orElseThrow(() ->
                        new ProblemException(Failure.invalid("cursor", "must be the nextCursor of an earlier page")));
    }
}
