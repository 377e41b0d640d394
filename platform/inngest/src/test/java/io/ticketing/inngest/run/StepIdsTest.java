package io.ticketing.inngest.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepIdsTest {

    private final StepIds ids = new StepIds();

    @Test
    void anIdThatComesAgainIsCounted() {
        assertThat(ids.next("a")).isEqualTo("a");
        assertThat(ids.next("a")).isEqualTo("a:1");
        assertThat(ids.next("b")).isEqualTo("b");
        assertThat(ids.next("a")).isEqualTo("a:2");
    }

    @Test
    void anIdThatLooksCountedIsNotMistaken() {
        ids.next("a");
        ids.next("a:1");

        assertThat(ids.next("a")).isEqualTo("a:2");
    }

    @Test
    void theServerKnowsTheHash() {
        assertThat(StepIds.hashed("step")).isEqualTo("bd370d1b6f9b3580a77083b3ed3256c621f44a99");
    }
}
