package io.ticketing.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordHashingTest {

    @ParameterizedTest(name = "{0} MiB of heap and {1} cores: {2} at once")
    @CsvSource({"64, 8, 1", "160, 8, 1", "256, 2, 1", "320, 2, 2", "512, 8, 3", "4096, 8, 8", "4096, 2, 2"})
    void hashesAtOnceNeverTakeMoreThanAQuarterOfTheHeap(long heapMiB, int processors, int atOnce) {
        assertThat(PasswordHashing.concurrency(heapMiB * 1024 * 1024, processors))
                .isEqualTo(atOnce);
    }
}
