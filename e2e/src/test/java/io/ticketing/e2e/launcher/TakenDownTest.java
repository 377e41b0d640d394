package io.ticketing.e2e.launcher;

import static io.ticketing.e2e.people.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.e2e.stack.Part;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.Stack;
import io.ticketing.e2e.stack.World;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code down}, at the very end. */
@PlayedIn(value = World.OFFLINE, act = PlayedIn.Act.CURTAIN)
class TakenDownTest {
    private final Stack stack;

    TakenDownTest(Scene scene) {
        this.stack = scene.stack();
    }

    @Test
    void nothingIsLeftRunning() {
        // Given
        List<Long> pids = Stream.of(Part.values()).map(stack::pid).toList();

        // When
        stack.down();

        // Then
        eventually(() -> assertThat(pids).noneMatch(Stack::lives));
        assertThat(stack.status()).isEqualTo(3);
    }
}
