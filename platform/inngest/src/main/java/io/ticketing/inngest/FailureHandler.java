package io.ticketing.inngest;

/**
 * Is told when a run of the function has failed for good. It is served as a function of its own, {@code <id>-failure}, with steps, retries
 * and memory of its own; it is told at least once for each such run.
 */
public interface FailureHandler {

    /**
     * Handles the failure.
     *
     * @throws Exception when handling failed and may be tried again
     */
    void onFailure(FailureContext context) throws Exception;
}
