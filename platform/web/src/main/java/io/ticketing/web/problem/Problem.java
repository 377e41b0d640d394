package io.ticketing.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of every failure: RFC 9457 problem details with the members that existing clients read.
 *
 * @param type always {@code about:blank}: the status says it all
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what went wrong, for people
 * @param instance the path that was called, without its query
 * @param success always false
 * @param statusCode the HTTP status again
 * @param message the same text as {@code detail}
 * @param errors the fields at fault; empty when it is not about fields
 * @param traceId to be quoted to support
 * @param data what helps to go on, if anything
 */
@RegisterForReflection
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        boolean success,
        int statusCode,
        String message,
        List<FieldError> errors,
        String traceId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, String> data) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(Failure failure, String instance, String traceId) {
        return new Problem(
                "about:blank",
                failure.title(),
                failure.status(),
                failure.detail(),
                instance,
                false,
                failure.status(),
                failure.detail(),
                failure.errors(),
                traceId,
                failure.data());
    }
}
