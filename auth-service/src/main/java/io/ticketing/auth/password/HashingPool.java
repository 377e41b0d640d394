package io.ticketing.auth.password;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where passwords are hashed: by few threads, with a queue of fixed length before them. They are platform threads, for a hash computes
 * without a pause, and would keep a carrier of the virtual threads that serve all other routes.
 */
final class HashingPool implements AutoCloseable {

    /** Shorter than the gateway's 15 s, so that whoever waited in vain is told so. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(5);

    private final ThreadPoolExecutor threads;

    HashingPool(int atOnce, int waiting, MeterRegistry meters) {
        this.threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().name("password-", 1).daemon().factory());
        new ExecutorServiceMetrics(threads, "passwords", List.of()).bindTo(meters);
    }

    /**
     * The result of that work.
     *
     * @throws ProblemException 503, at once when the queue is full, and when the work has not been done in time
     */
    <T> T run(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        try {
            threads.execute(task);
            return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (RejectedExecutionException full) {
            throw busy();
        } catch (TimeoutException late) {
            threads.remove(task);
            throw busy();
        } catch (InterruptedException stopping) {
            threads.remove(task);
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static ProblemException busy() {
        return new ProblemException(
                Failure.passing(503, "Too many are signing in at this moment; try again shortly.", COME_BACK_AFTER));
    }
}
