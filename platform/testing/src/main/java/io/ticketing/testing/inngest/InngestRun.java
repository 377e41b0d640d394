package io.ticketing.testing.inngest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A run, as it is now.
 *
 * @param runId names it
 * @param functionId the full id of its function
 * @param eventName the event that caused it
 * @param eventId the id of that event
 * @param status {@code RUNNING}, {@code COMPLETED} or {@code FAILED}
 * @param calls how often the application was called for it, double deliveries counted once
 * @param attempt of what is due, from 0
 * @param steps the names of the steps that are remembered, in their order
 * @param output its result, or the error that ended it; JSON's null while it runs
 */
public record InngestRun(
        String runId,
        String functionId,
        String eventName,
        String eventId,
        String status,
        int calls,
        int attempt,
        List<String> steps,
        JsonNode output) {

    /** Whether it is over, well or not. */
    @JsonIgnore
    public boolean isOver() {
        return !status.equals("RUNNING");
    }
}
