package io.ticketing.web.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimePlaceTest {

    @Test
    void aPlaceIsReadAsItWasWritten() {
        TimePlace place = new TimePlace(Instant.parse("2026-11-25T08:00:00.123Z"), "ticket-events-3-17");

        assertThat(TimePlace.read(place.cursor())).contains(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%", "MTIz", "MTIzIA", "MTIzIGE=", "MTIzIGEgYg", "MDAxIGE"})
    void whatNoPageEverSaidIsNoPlace(String cursor) {
        assertThat(TimePlace.read(cursor)).isEmpty();
    }
}
