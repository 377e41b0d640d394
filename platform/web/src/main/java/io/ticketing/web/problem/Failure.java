package io.ticketing.web.problem;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, before it is told.
 *
 * @param status the HTTP status, 400 to 599
 * @param detail for people; nothing of the inside
 * @param errors the fields at fault
 * @param headers further headers of the answer
 * @param data what helps to go on, if anything
 */
public record Failure(
        int status,
        String detail,
        List<FieldError> errors,
        Map<String, String> headers,
        @Nullable Map<String, String> data) {

    private static final String RETRY_AFTER_SECONDS = "2";

    /** A failure that is not about fields; one that will pass (429, 503) says after how many seconds to try again. */
    public static Failure of(int status, String detail) {
        Map<String, String> headers =
                status == 429 || status == 503 ? Map.of("Retry-After", RETRY_AFTER_SECONDS) : Map.of();
        return new Failure(status, detail, List.of(), headers, null);
    }

    /** 429, or 503, after which it is worth trying again in that time; whole seconds, rounded up. */
    public static Failure passing(int status, String detail, Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return new Failure(status, detail, List.of(), Map.of("Retry-After", Long.toString(seconds)), null);
    }

    /** A failure in the words, and with the headers, that fit its status. */
    public static Failure of(int status) {
        return status == 401 ? unauthorized() : of(status, StatusText.of(status));
    }

    /** 400 with the fields at fault. */
    public static Failure invalid(List<FieldError> errors) {
        String fields = String.join(
                ", ", errors.stream().map(FieldError::field).distinct().toList());
        return new Failure(400, "Please check: " + fields, errors, Map.of(), null);
    }

    /** 400 with one field at fault. */
    public static Failure invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** 401: no token, or one that is not accepted. */
    public static Failure unauthorized() {
        return new Failure(401, StatusText.of(401), List.of(), Map.of("WWW-Authenticate", "Bearer"), null);
    }

    /** 403 that says where to go on. */
    public static Failure forbidden(String detail, Map<String, String> data) {
        return new Failure(403, detail, List.of(), Map.of(), data);
    }

    String title() {
        return HttpResponseStatus.valueOf(status).reasonPhrase();
    }
}
