package io.ticketing.e2e.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.e2e.stack.Part;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.Stack;
import io.ticketing.e2e.stack.World;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code up} and {@code status} on a stack that runs. */
@PlayedIn(World.OFFLINE)
class RunningStackTest {
    private final Stack stack;

    RunningStackTest(Scene scene) {
        this.stack = scene.stack();
    }

    @Test
    void aSecondUpStartsNothing() {
        Map<Part, Long> before = pids();

        stack.up();

        assertThat(pids()).isEqualTo(before);
        assertThat(stack.status()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"MONGOD", "KAFKA", "INBOX", "TICKET_SERVICE", "GATEWAY"})
    void aKilledPartIsReportedAndComesBackAloneOnItsOldPort(Part part) {
        // Given
        Map<Part, Long> before = pids();
        Map<String, String> addresses = stack.addresses();
        stack.kill(part);
        assertThat(stack.status()).isEqualTo(3);

        // When
        stack.up();

        // Then
        assertThat(stack.status()).isZero();
        assertThat(stack.addresses()).isEqualTo(addresses);
        Map<Part, Long> after = pids();
        assertThat(after.remove(part)).isNotEqualTo(before.remove(part));
        assertThat(after).isEqualTo(before);
    }

    private Map<Part, Long> pids() {
        Map<Part, Long> pids = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            assertThat(stack.runs(part)).as("%s runs", part).isTrue();
            pids.put(part, stack.pid(part));
        }
        return pids;
    }
}
