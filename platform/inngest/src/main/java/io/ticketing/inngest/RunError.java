package io.ticketing.inngest;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An error as it travels.
 *
 * @param name the simple name of its type
 * @param message what it said, shortened
 * @param stack a hint where it came from; empty when there is none
 */
public record RunError(String name, String message, String stack) {

    private static final int LONGEST = 500;

    /** Of an exception; no frames and no causes, for they may tell what is nobody's business. */
    public static RunError of(Throwable failure) {
        Class<?> kind = failure.getClass();
        String type = kind.getSimpleName().isEmpty() ? kind.getName() : kind.getSimpleName();
        String message = failure.getMessage() == null ? type : failure.getMessage();
        String shortened = message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
        return new RunError(type, shortened, kind.getName() + ": " + shortened);
    }

    /** As read from the wire; what is missing is empty. */
    public static RunError of(JsonNode error) {
        return new RunError(
                error.path("name").asText("Error"),
                error.path("message").asText(""),
                error.path("stack").asText(""));
    }
}
