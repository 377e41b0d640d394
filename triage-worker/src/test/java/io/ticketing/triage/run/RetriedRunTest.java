package io.ticketing.triage.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetriedRunTest {

    @Test
    void itIsNumbered() {
        assertThat(RetriedRun.idAfter("run")).isEqualTo("run-r0001");
        assertThat(RetriedRun.idAfter("run-r0009")).isEqualTo("run-r0010");
        assertThat(RetriedRun.isOne("run")).isFalse();
        assertThat(RetriedRun.isOne("run-r0001")).isTrue();
    }

    @Test
    void whoeverWantsItLaterHasTheHigherId() {
        assertThat(RetriedRun.idAfter("run")).isGreaterThan("run");
        assertThat(RetriedRun.idAfter("run-r0009")).isGreaterThan("run-r0009");
    }
}
