package io.ticketing.inngest.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketing.inngest.InngestJson;
import io.ticketing.inngest.NonRetriableException;

/** What a step or a function answers: the server takes 4 MB of it. */
final class Output {

    private static final int LARGEST = 4 * 1024 * 1024;

    private Output() {}

    /** The same; refuses, once and for all, what is too large. */
    static JsonNode checked(String what, JsonNode output) {
        int size = InngestJson.bytes(output).length;
        if (size > LARGEST) {
            throw new NonRetriableException(what + " has " + size + " bytes, " + LARGEST + " at most");
        }
        return output;
    }
}
