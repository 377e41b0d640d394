package io.ticketing.inngest;

import org.jspecify.annotations.Nullable;

/**
 * A durable function; make it a CDI bean. Implement {@link FailureHandler} too, to be told when a run has failed for good.
 *
 * <p>{@link #run} is called again and again, from its beginning, for each step of a run: only what happens inside a step is done once and
 * remembered, everything else must be repeatable and decide alike each time. It runs on a virtual thread of its own.
 */
public interface InngestFunction {

    /** What the server is told of this function; asked for once, at start. */
    FunctionConfig config();

    /**
     * Handles one event.
     *
     * @return the result of the run, written as JSON; null when there is none
     * @throws NonRetriableException when another attempt could not succeed either
     * @throws RetryAfterException when the next attempt has to wait for a certain time
     * @throws Exception when it failed and may be tried again
     */
    @Nullable
    Object run(FunctionContext context) throws Exception;
}
