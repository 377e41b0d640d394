package io.ticketing.ticket.inngest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ticketing.events.Actor;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.FactData;
import io.ticketing.events.Priority;
import io.ticketing.events.TicketChanged;
import io.ticketing.events.TicketCreated;
import io.ticketing.events.Topic;
import io.ticketing.events.TopicHandler;
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

    private static final TicketCreated CREATED =
            new TicketCreated("ticket", "ada", "VPN down", "It drops every minute.", List.of("vpn"));

    @Test
    void ofANewTicketTheIdIsToldUnderTheFactsOwnAndNothingElse() {
        Fact created = fact(CREATED);

        tell(created);

        assertThat(sent).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo(created.id());
            assertThat(event.name()).isEqualTo("ticket/created");
            assertThat(event.data().toString()).isEqualTo("{\"ticketId\":\"ticket\"}");
            assertThat(event.ts()).isEqualTo(created.time());
        });
    }

    @Test
    void aNewWordingIsToldAndOtherChangesAreNot() {
        Actor ada = Actor.person("ada");
        TicketChanged.Wording wording = new TicketChanged.Wording("VPN", "Still.", List.of("vpn"));
        Fact reworded = fact(new TicketChanged("ticket", "ada", List.of("title"), wording, null, List.of(), ada));
        Fact urgent =
                fact(new TicketChanged("ticket", "ada", List.of("priority"), null, Priority.HIGH, List.of(), ada));

        tell(reworded);
        tell(urgent);

        assertThat(sent).extracting(Event::id).containsExactly(reworded.id());
        assertThat(sent).extracting(Event::name).containsExactly("ticket/changed");
    }

    @Test
    void whileInngestIsAwayTheFactIsNotDealtWith() {
        Fact fact = fact(CREATED);

        assertThatThrownBy(() -> new TellingInngest(new Client(true, true)).on(record(fact)))
                .isInstanceOf(SendFailedException.Unavailable.class);
    }

    @Test
    void withoutInngestNothingIsTold() {
        new TellingInngest(new Client(false, false)).on(record(fact(CREATED)));

        assertThat(sent).isEmpty();
    }

    /** As a replay finds whoever reads the topic. */
    @Test
    void aDeadLetterIsToldWhenItIsTriedAgain() {
        TopicHandler handler = new TellingInngest(new Client(true, false));

        handler.on(record(fact(CREATED)));

        assertThat(handler.topic()).isEqualTo(Topic.TICKET_EVENTS);
        assertThat(sent).hasSize(1);
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
