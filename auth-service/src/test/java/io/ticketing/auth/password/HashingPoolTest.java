package io.ticketing.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ticketing.auth.throttle.Network;
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
    private static final Network HERE = Network.of("192.0.2.1");
    private static final Network ELSEWHERE = Network.of("198.51.100.1");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CountDownLatch done = new CountDownLatch(1);

    @Test
    void whoFindsTheQueueFullIsSentAwayAtOnceAndThoseInItAreServed() throws Exception {
        try (HashingPool pool = new HashingPool(AT_ONCE, WAITING, AT_ONCE + WAITING, meters);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            // Given
            List<Future<String>> served = come(AT_ONCE + WAITING, HERE, pool, callers);

            // When
            assertSentAway(pool, ELSEWHERE);
            done.countDown();

            // Then
            for (Future<String> one : served) {
                assertThat(one.get()).isEqualTo("done");
            }
            assertThat(pool.run(ELSEWHERE, () -> "room again")).isEqualTo("room again");
        }
    }

    @Test
    void whoeverFloodsUsTakesOnlyThePlacesOfHisOwnNetwork() throws Exception {
        try (HashingPool pool = new HashingPool(AT_ONCE, WAITING, AT_ONCE + 1, meters);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            // Given
            List<Future<String>> flood = come(AT_ONCE + 1, HERE, pool, callers);

            // When
            assertSentAway(pool, HERE);
            assertSentAway(pool, HERE);
            Future<String> other = callers.submit(() -> pool.run(ELSEWHERE, () -> "served"));
            Eventually.eventually(() -> assertThat(gauge("executor.queued")).isEqualTo(2));
            done.countDown();

            // Then
            assertThat(other.get()).isEqualTo("served");
            for (Future<String> one : flood) {
                assertThat(one.get()).isEqualTo("done");
            }
            assertThat(pool.run(HERE, () -> "room again")).isEqualTo("room again");
        }
    }

    private List<Future<String>> come(int many, Network from, HashingPool pool, ExecutorService callers) {
        List<Future<String>> all = Stream.generate(() -> callers.submit(() -> pool.run(from, () -> {
                    done.await();
                    return "done";
                })))
                .limit(many)
                .toList();
        Eventually.eventually(() -> {
            assertThat(gauge("executor.active")).isEqualTo(AT_ONCE);
            assertThat(gauge("executor.queued")).isEqualTo(many - AT_ONCE);
        });
        return all;
    }

    private static void assertSentAway(HashingPool pool, Network from) {
        assertThatThrownBy(() -> pool.run(from, () -> "one too many"))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(refused -> {
                    assertThat(refused.failure().status()).isEqualTo(503);
                    assertThat(refused.failure().headers()).containsEntry("Retry-After", "5");
                });
    }

    private double gauge(String name) {
        return meters.get(name).tag("name", "passwords").gauge().value();
    }
}
