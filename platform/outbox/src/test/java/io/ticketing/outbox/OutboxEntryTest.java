package io.ticketing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.events.Fact;
import io.ticketing.events.UserSignedUp;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutboxEntryTest {

    @Test
    void inALogItIsItsIdAlone() {
        OutboxEntry entry = OutboxEntry.of(
                new Fact("f-1", "u-1", 1, Instant.EPOCH, new UserSignedUp("u-1", "Ada", "a@b.org", null)));

        assertThat(entry).hasToString("OutboxEntry[id=f-1]");
    }
}
