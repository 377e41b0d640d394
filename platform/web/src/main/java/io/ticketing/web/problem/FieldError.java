package io.ticketing.web.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is wrong with one field.
 *
 * @param field path of the field in the body, or name of the parameter; {@code body} when it is the body as a whole
 * @param message what would be right, in words
 */
@RegisterForReflection
public record FieldError(String field, String message) {}
