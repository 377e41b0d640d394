package io.ticketing.inngest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionConfigTest {

    @Test
    void whatIsNotSaidIsModest() {
        FunctionConfig config =
                FunctionConfig.function("on-created").onEvent("ticket/created").build();

        assertThat(config.name()).isEqualTo("on-created");
        assertThat(config.retries()).isEqualTo(3);
        assertThat(config.concurrency()).isEmpty();
        assertThat(config.idempotency()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "A", "a b", "a_b", "a?b"})
    void anIdIsFitForAUrl(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunctionConfig.function(id).onEvent("a").build());
    }

    @Test
    void whatTheServerWouldRefuseIsRefusedHere() {
        FunctionConfig.Builder function = FunctionConfig.function("a");

        assertThatIllegalArgumentException().isThrownBy(function::build).withMessageContaining("no trigger");
        function.onEvent("b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> function.retries(20).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> function.retries(-1).build());
        assertThatIllegalArgumentException().isThrownBy(() -> function.concurrency(0));
        assertThat(function.retries(19).build().retries()).isEqualTo(19);
    }
}
