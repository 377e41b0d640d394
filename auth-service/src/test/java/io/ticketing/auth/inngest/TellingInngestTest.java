package io.ticketing.auth.inngest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.FactData;
import io.ticketing.events.UserDeleted;
import io.ticketing.events.UserSignedUp;
import io.ticketing.inngest.Event;
import io.ticketing.inngest.InngestClient;
import io.ticketing.inngest.SendFailedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class TellingInngestTest {

    private final List<Event> sent = new ArrayList<>();

    private static final UserSignedUp SIGNED_UP = new UserSignedUp("ada", "Ada", "ada@example.org", null);

    @Test
    void ofWhoSignedUpTheIdIsToldUnderTheFactsOwnAndNothingElse() {
        Fact signup = fact(SIGNED_UP);

        tell(signup);

        assertThat(sent).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo(signup.id());
            assertThat(event.name()).isEqualTo("user/signup");
            assertThat(event.data().toString()).isEqualTo("{\"userId\":\"ada\"}");
            assertThat(event.ts()).isEqualTo(signup.time());
        });
    }

    @Test
    void nothingElseOfUsersIsTold() {
        tell(fact(new UserDeleted("ada")));

        assertThat(sent).isEmpty();
    }

    @Test
    void whileInngestIsAwayTheFactIsNotDealtWith() {
        Fact fact = fact(SIGNED_UP);

        assertThatThrownBy(() -> new TellingInngest(new Client(true, true)).on(record(fact)))
                .isInstanceOf(SendFailedException.Unavailable.class);
    }

    @Test
    void withoutInngestNothingIsTold() {
        new TellingInngest(new Client(false, false)).on(record(fact(SIGNED_UP)));

        assertThat(sent).isEmpty();
    }

    private void tell(Fact fact) {
        new TellingInngest(new Client(true, false)).on(record(fact));
    }

    private static Fact fact(FactData data) {
        return Fact.of("subject", 1, Instant.parse("2026-01-02T03:04:05.678Z"), data);
    }

    private static ConsumerRecord<String, byte[]> record(Fact fact) {
        ProducerRecord<String, byte[]> written = FactCodec.write(fact, "/test");
        return new ConsumerRecord<>(
                written.topic(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                written.key(),
                written.value(),
                written.headers(),
                Optional.empty());
    }

    /** Keeps what is sent. */
    private final class Client implements InngestClient {

        private final boolean enabled;
        private final boolean away;

        Client(boolean enabled, boolean away) {
            this.enabled = enabled;
            this.away = away;
        }

        @Override
        public boolean isEnabled() {
            return enabled;
        }

        @Override
        public List<String> send(Event... events) {
            if (away) {
                throw new SendFailedException.Unavailable("away");
            }
            sent.addAll(List.of(events));
            return List.of();
        }
    }
}
