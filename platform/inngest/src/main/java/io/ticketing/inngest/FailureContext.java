package io.ticketing.inngest;

/**
 * What a failure handler is called with.
 *
 * @param error why the last attempt failed
 * @param event the event that had caused the failed run
 * @param functionId the full id of the failed function, {@code <app>-<id>}
 * @param failedRunId the run that failed
 * @param step the durable steps of the handling; of use on the calling thread alone
 */
public record FailureContext(RunError error, Event event, String functionId, String failedRunId, Step step) {}
