package io.ticketing.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ticketing.auth.throttle.Network;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashingTest {

    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();
    private static final Network HERE = Network.of("192.0.2.1");
    private static final HashingPool POOL = new HashingPool(1, 1, 1, METERS);
    private static final PasswordHashing HASHING = new PasswordHashing(POOL, () -> HERE);
    private static final String WEAK =
            "$argon2id$v=19$m=12288,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @AfterAll
    static void stop() {
        HASHING.stop();
    }

    @ParameterizedTest(name = "{0} MiB of heap and {1} cores: {2} at once")
    @CsvSource({"64, 8, 1", "160, 8, 1", "256, 2, 1", "320, 3, 2", "512, 8, 3", "4096, 8, 7", "4096, 2, 1", "4096, 1, 1"
    })
    void hashesAtOnceLeaveACoreAndNeverTakeMoreThanAQuarterOfTheHeap(long heapMiB, int processors, int atOnce) {
        assertThat(PasswordHashing.concurrency(heapMiB * 1024 * 1024, processors))
                .isEqualTo(atOnce);
    }

    @Test
    void aHashMatchesItsPasswordAloneAndNoHashMatchesNone() {
        // Given
        String hash = HASHING.hash("correct horse battery");

        // Then
        assertThat(HASHING.matches("correct horse battery", Optional.of(hash))).isTrue();
        assertThat(HASHING.matches("correct horse batterx", Optional.of(hash))).isFalse();
        assertThat(HASHING.matches("correct horse battery", Optional.empty())).isFalse();
        assertThat(HASHING.matches("the password of nobody", Optional.empty())).isFalse();
    }

    @Test
    void aHashOfTodayIsNotWeak() {
        assertThat(HASHING.stronger(HASHING.hash("correct horse battery"), "correct horse battery"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                WEAK,
                "$argon2id$v=19$m=19456,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2i$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$AAAAAAAAAAAAAAAAAAAAAA"
            })
    void aHashThatWasMadeWithLessIsWeak(String hash) {
        assertThat(PasswordHashing.isWeak(hash)).isTrue();
    }

    @Test
    void aStrongerHashIsMadeWhereThereIsRoomAndOtherwiseItWaits() throws Exception {
        // Given
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            others.submit(() -> POOL.run(HERE, () -> {
                running.countDown();
                done.await();
                return "done";
            }));
            assertThat(running.await(60, TimeUnit.SECONDS)).isTrue();

            // When
            Optional<String> full = HASHING.stronger(WEAK, "correct horse battery");
            done.countDown();

            // Then
            assertThat(full).isEmpty();
        }
        String stronger = HASHING.stronger(WEAK, "correct horse battery").orElseThrow();
        assertThat(HASHING.matches("correct horse battery", Optional.of(stronger)))
                .isTrue();
    }
}
