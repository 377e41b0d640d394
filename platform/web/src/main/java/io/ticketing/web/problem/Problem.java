package io.ticketing.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
 * @param traceId to be quoted to support; null where the gateway could not even read the request
 * @param data what helps to go on, if anything
 */
@Schema(name = "Problem", description = "What went wrong (RFC 9457)")
@RegisterForReflection
public record Problem(
        @Schema(examples = "about:blank") String type,

        @Schema(description = "The status in words", examples = "Bad Request")
        String title,

        @Schema(minimum = "400", maximum = "599", examples = "400")
        int status,

        @Schema(description = "What went wrong, for people", examples = "Please check: title")
        String detail,

        @Schema(description = "The path that was called", examples = "/api/v1/tickets/create-ticket")
        String instance,

        @Schema(description = "Always false", examples = "false")
        boolean success,

        @Schema(description = "The status again", minimum = "400", maximum = "599", examples = "400")
        int statusCode,

        @Schema(description = "The detail again", examples = "Please check: title")
        String message,

        @Schema(description = "The fields at fault; empty when it is not about fields")
        List<FieldError> errors,

        @Schema(
                description = "To be quoted to support; null where a request is no HTTP that could be traced",
                examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        @Nullable
        String traceId,

        @Schema(description = "What helps to go on, if anything", examples = "{\"next\": \"/onboarding\"}")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Map<String, String> data) {

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
