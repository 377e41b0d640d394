package io.ticketing.inngest;

import java.util.List;

/**
 * What a function is called with.
 *
 * @param event the event that caused the run
 * @param events all of them, where a run may have several; the first is {@code event}
 * @param step the durable steps of this run; of use on the calling thread alone
 * @param runId the same for all calls of one run
 * @param attempt of the step that is due, or of the function outside of steps; from 0
 * @param maxAttempts how many attempts there are in all
 */
public record FunctionContext(Event event, List<Event> events, Step step, String runId, int attempt, int maxAttempts) {

    public FunctionContext {
        events = List.copyOf(events);
    }

    /** Whether no attempt follows when this one fails. */
    public boolean isLastAttempt() {
        return attempt + 1 >= maxAttempts;
    }
}
