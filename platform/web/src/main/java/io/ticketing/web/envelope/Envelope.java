package io.ticketing.web.envelope;

import org.jspecify.annotations.Nullable;

/**
 * The shape of a success.
 *
 * @param success always true
 * @param statusCode the HTTP status
 * @param message for people
 * @param data the answer itself
 */
public record Envelope<T>(
        boolean success,
        int statusCode,
        String message,
        @Nullable T data) {

    /** A 200. */
    public static <T> Envelope<T> ok(String message, @Nullable T data) {
        return new Envelope<>(true, 200, message, data);
    }

    /** A 201. */
    public static <T> Envelope<T> created(String message, T data) {
        return new Envelope<>(true, 201, message, data);
    }
}
