package io.ticketing.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashingTest {

    private static final PasswordHashing HASHING = new PasswordHashing(new SimpleMeterRegistry());

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
        assertThat(HASHING.isWeak(HASHING.hash("correct horse battery"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=12288,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=19456,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2i$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$AAAAAAAAAAAAAAAAAAAAAA"
            })
    void aHashThatWasMadeWithLessIsWeak(String hash) {
        assertThat(HASHING.isWeak(hash)).isTrue();
    }
}
