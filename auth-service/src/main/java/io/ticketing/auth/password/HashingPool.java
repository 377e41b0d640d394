package io.ticketing.auth.password;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import io.ticketing.auth.throttle.Network;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where passwords are hashed: by few threads, with a queue of fixed length before them, in which nobody takes more places than his network
 * may have; so one that floods us gets in its own way alone. They are platform threads, for a hash computes
 * without a pause, and would keep a carrier of the virtual threads that serve all other routes.
 */
final class HashingPool implements AutoCloseable {

    /** Shorter than the gateway's 15 s, so that whoever waited in vain is told so. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(5);

    private final ThreadPoolExecutor threads;
    private final int perNetwork;
    private final ConcurrentMap<Network, Integer> taken = new ConcurrentHashMap<>();

    /**
     * A pool of its own.
     *
     * @param atOnce how many hashes run at once
     * @param waiting how many may wait
     * @param perNetwork how many of those that run or wait may be of one network
     */
    HashingPool(int atOnce, int waiting, int perNetwork, MeterRegistry meters) {
        this.perNetwork = perNetwork;
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
     * @param from who waits for it
     * @throws ProblemException 503, at once when the queue or the network's part of it is full, and when the work has not been done in time
     */
    <T> T run(Network from, Callable<T> work) {
        if (taken.merge(from, 1, Integer::sum) > perNetwork) {
            leave(from);
            throw busy();
        }
        try {
            return run(work);
        } finally {
            leave(from);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private <T> T run(Callable<T> work) {
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

    private void leave(Network from) {
        taken.computeIfPresent(from, (network, places) -> places == 1 ? null : places - 1);
    }

    private static ProblemException busy() {
        return new ProblemException(
                Failure.passing(503, "Too many are signing in at this moment; try again shortly.", COME_BACK_AFTER));
    }
}
