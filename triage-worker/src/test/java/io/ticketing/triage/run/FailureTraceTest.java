package io.ticketing.triage.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureTraceTest {

    @Test
    void itTellsWhereAndBecauseOfWhatButNothingThatAMessageHolds() {
        Throwable failure =
                new IllegalStateException("ticket: my password", new IllegalArgumentException("is swordfish"));

        assertThat(FailureTrace.of(failure))
                .startsWith("java.lang.IllegalStateException\n\tat io.ticketing.triage.run.FailureTraceTest.")
                .contains("\ncaused by java.lang.IllegalArgumentException\n\tat ")
                .doesNotContain("password", "swordfish");
    }

    @Test
    void aCauseThatGoesInACircleAndADeepStackHaveAnEnd() {
        Exception one = new IllegalStateException();
        one.initCause(new IllegalArgumentException(one));

        assertThat(FailureTrace.of(one).lines().count()).isLessThan(200);
    }
}
