package io.ticketing.inngest;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The durable steps of a run. A step whose result the server remembers answers it at once; the first that is not remembered is done, and
 * then the call of the function ends, inside of the step: the server remembers the result and calls again. For that a step throws an
 * {@link Error} of its own, which a function must let pass; {@code finally} blocks run each time.
 *
 * <p>Ids name steps for ever and should be unique; one that comes again, in a loop, is told apart by its count. Results are written as
 * JSON, at most 4 MB each. Steps follow each other: they are not to be used from several threads.
 */
public interface Step {

    /**
     * Does the work once, and answers its result ever after; when the work throws, it alone is tried again.
     *
     * @param type what Jackson reads the result as
     * @throws StepFailedException when all attempts have failed
     */
    <T extends @Nullable Object> T run(String id, Class<T> type, Callable<? extends T> work);

    /** As {@link #run(String, Class, Callable)}, for results such as {@code List<String>}. */
    <T extends @Nullable Object> T run(String id, TypeReference<T> type, Callable<? extends T> work);

    /** Waits for that long, without a thread; to the millisecond. */
    void sleep(String id, Duration duration);

    /** Waits, without a thread, for an event that comes from now on; empty when it did not come in time. */
    Optional<Event> waitForEvent(String id, Awaited awaited);

    /**
     * Sends events once. Those without an id get one from the run and the step, so that a repeat is harmless.
     *
     * @return the server's receipts
     * @throws StepFailedException when they could not be sent
     */
    List<String> sendEvent(String id, Event... events);

    /**
     * Runs another function and answers its result.
     *
     * @param type what Jackson reads the result as
     * @throws StepFailedException when that function failed, or did not end in time
     */
    <T extends @Nullable Object> T invoke(String id, Class<T> type, Invocation invocation);
}
