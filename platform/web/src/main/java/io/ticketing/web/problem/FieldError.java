package io.ticketing.web.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is wrong with one field.
 *
 * @param field path of the field in the body, or name of the parameter; {@code body} when it is the body as a whole
 * @param message what would be right, in words
 */
@RegisterForReflection
public record FieldError(
        @Schema(
                description = "Path of the field in the body, or name of the parameter; `body` for the body as a whole",
                examples = "title")
        String field,

        @Schema(description = "What would be right", examples = "must not be blank")
        String message) {}
