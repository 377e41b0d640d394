package io.ticketing.inngest.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ticketing.inngest.InngestJson;
import io.ticketing.inngest.RetryAfterException;
import io.ticketing.inngest.RunError;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What the server is answered.
 *
 * @param status 206: a step is reported; 200: the run is done; 4xx and 5xx: the call failed
 * @param headers those that say whether and when to try again
 * @param body what is reported
 */
public record Answer(int status, Map<String, String> headers, JsonNode body) {

    /** Whether trying again is of no use. */
    public static final String NO_RETRY = "x-inngest-no-retry";

    private static final String RETRY_AFTER = "retry-after";
    private static final int STEP = 206;
    private static final int DONE = 200;
    private static final int FAILED = 500;
    private static final int FAILED_FOR_GOOD = 400;

    /** A step ran, or is to be arranged by the server. */
    static Answer step(ObjectNode op) {
        return new Answer(STEP, Map.of(), ops(op));
    }

    /** A step failed. */
    static Answer stepFailed(ObjectNode op, Throwable failure, boolean forGood) {
        op.set("error", error(RunError.of(failure)));
        return new Answer(STEP, headers(failure, forGood), ops(op));
    }

    /** The function came to its end. */
    static Answer done(JsonNode result) {
        return new Answer(DONE, Map.of(), result);
    }

    /** The call failed, outside of steps. */
    static Answer failed(Throwable failure, boolean forGood) {
        return new Answer(forGood ? FAILED_FOR_GOOD : FAILED, headers(failure, forGood), error(RunError.of(failure)));
    }

    private static Map<String, String> headers(Throwable failure, boolean forGood) {
        Map<String, String> headers = new HashMap<>();
        headers.put(NO_RETRY, Boolean.toString(forGood));
        if (failure instanceof RetryAfterException later) {
            headers.put(RETRY_AFTER, Long.toString(wholeSeconds(later.after())));
        }
        return headers;
    }

    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static ArrayNode ops(ObjectNode op) {
        return InngestJson.object().arrayNode().add(op);
    }

    private static ObjectNode error(RunError error) {
        return InngestJson.object()
                .put("name", error.name())
                .put("message", error.message())
                .put("stack", error.stack());
    }
}
