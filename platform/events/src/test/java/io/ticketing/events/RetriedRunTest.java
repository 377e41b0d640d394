package io.ticketing.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriedRunTest {

    @Test
    void itIsNumbered() {
        assertThat(RetriedRun.idAfter("run")).isEqualTo("run-r0001");
        assertThat(RetriedRun.idAfter("run-r0009")).isEqualTo("run-r0010");
        assertThat(RetriedRun.isOne("run")).isFalse();
        assertThat(RetriedRun.isOne("run-r0001")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "run, run-r0001, true",
        "run-r0001, run-r0002, true",
        "run-r0009, run-r0010, true",
        "run, run, false",
        "run-r0001, run, false",
        "run-r0002, run-r0001, false",
        "another, run-r0001, false",
        "another-r0001, run-r0002, false"
    })
    void ofOneWordingTheOrderIsKnown(String run, String other, boolean isBefore) {
        assertThat(RetriedRun.isBefore(run, other)).isEqualTo(isBefore);
    }
}
