package io.ticketing.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Does the same many times at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** The results of that many runs, which all began together. */
    public static <T> List<T> run(int times, Callable<T> work) {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService runners = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> results = Stream.generate(() -> runners.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .limit(times)
                    .toList();
            start.countDown();
            return results.stream().map(AtOnce::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }
}
