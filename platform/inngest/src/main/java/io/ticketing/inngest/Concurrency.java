package io.ticketing.inngest;

import org.jspecify.annotations.Nullable;

/**
 * How many steps of a function may be under way at once.
 *
 * @param limit 1 or more
 * @param key an expression over {@code event}: the limit holds for each of its values; null when it holds for all together
 */
public record Concurrency(int limit, @Nullable String key) {

    /** @throws IllegalArgumentException when the limit is below 1 */
    public Concurrency {
        if (limit < 1) {
            throw new IllegalArgumentException("Inngest function: a concurrency limit must be 1 or more");
        }
    }
}
