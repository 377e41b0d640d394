package io.ticketing.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ticketing.testing.Eventually;
import io.ticketing.web.problem.ProblemException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class HashingPoolTest {

    private static final int AT_ONCE = 2;
    private static final int WAITING = 3;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void whoFindsTheQueueFullIsSentAwayAtOnceAndThoseInItAreServed() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (HashingPool pool = new HashingPool(AT_ONCE, WAITING, meters);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            // Given
            List<Future<String>> served = Stream.generate(() -> callers.submit(() -> pool.run(() -> {
                        done.await();
                        return "done";
                    })))
                    .limit(AT_ONCE + WAITING)
                    .toList();
            Eventually.eventually(() -> {
                assertThat(gauge("executor.active")).isEqualTo(AT_ONCE);
                assertThat(gauge("executor.queued")).isEqualTo(WAITING);
            });

            // When
            assertThatThrownBy(() -> pool.run(() -> "one too many"))
                    .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                    .satisfies(refused -> {
                        assertThat(refused.failure().status()).isEqualTo(503);
                        assertThat(refused.failure().headers()).containsEntry("Retry-After", "5");
                    });
            done.countDown();

            // Then
            for (Future<String> one : served) {
                assertThat(one.get()).isEqualTo("done");
            }
            assertThat(pool.run(() -> "room again")).isEqualTo("room again");
        }
    }

    private double gauge(String name) {
        return meters.get(name).tag("name", "passwords").gauge().value();
    }
}
