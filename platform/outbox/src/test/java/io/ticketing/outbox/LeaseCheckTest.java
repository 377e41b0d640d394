package io.ticketing.outbox;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaseCheckTest {

    private record Settings(Duration lease, Duration publishTimeout, int concurrency, int backlog)
            implements OutboxConfig {}

    @ParameterizedTest
    @ValueSource(ints = {8, 9})
    void aLeaseThatMayRunOutDuringAPublicationIsRefused(int seconds) {
        OutboxConfig settings = leaseOf(Duration.ofSeconds(seconds));

        assertThatThrownBy(() -> new LeaseCheck(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("ticketing.outbox.lease must be longer than ticketing.outbox.publish-timeout");
    }

    @Test
    void aLongerLeaseIsAccepted() {
        OutboxConfig settings = leaseOf(Duration.ofSeconds(9).plusMillis(1));

        assertThatNoException().isThrownBy(() -> new LeaseCheck(settings));
    }

    private static OutboxConfig leaseOf(Duration lease) {
        return new Settings(lease, Duration.ofSeconds(9), 1, 1);
    }
}
