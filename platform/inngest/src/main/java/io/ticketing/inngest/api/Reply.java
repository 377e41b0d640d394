package io.ticketing.inngest.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the server answered.
 *
 * @param status the HTTP status
 * @param body a missing node when it is no JSON
 */
public record Reply(int status, JsonNode body) {

    private static final int LONGEST = 200;

    /** Whether it did what it was asked to. */
    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** What went wrong, in the server's words, shortened. */
    public String error() {
        String error = body.path("error").asText("");
        return error.length() <= LONGEST ? error : error.substring(0, LONGEST);
    }
}
