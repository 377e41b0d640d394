package io.ticketing.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FactIdTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void anIdIsAVersion7UuidThatHoldsItsTime() {
        UUID id = UUID.fromString(FactId.next(NOON));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void idsSortByTime() {
        assertThat(FactId.next(NOON)).isLessThan(FactId.next(NOON.plusMillis(1)));
    }

    @Test
    void idsOfTheSameMomentDiffer() {
        Set<String> ids = new HashSet<>();

        for (int i = 0; i < 1_000; i++) {
            ids.add(FactId.next(NOON));
        }

        assertThat(ids).hasSize(1_000);
    }
}
