package io.ticketing.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.events.PoisonRecordException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadRecordTest {

    private final ConsumerRecord<String, byte[]> dead =
            new ConsumerRecord<>("dead-letters.triage-worker", 2, 5, "t-1", "{\"ticketId\":".getBytes(UTF_8));

    @Test
    void itIsKnownByThePlaceWhereItWasFoundAndRestoredAsItWas() {
        header("dead-letter-exception-class-name", PoisonRecordException.class.getName());
        header("dead-letter-reason", "the data is no ticket/created");
        header("dead-letter-topic", "ticket-events");
        header("dead-letter-partition", "3");
        header("dead-letter-offset", "17");
        header("ce_type", "ticket/created");
        dead.headers().add("nothing", null);

        DeadLetterDocument letter = DeadRecord.read(dead);
        ConsumerRecord<String, byte[]> restored = DeadRecord.restore(letter);

        assertThat(letter.id()).isEqualTo("ticket-events-3-17");
        assertThat(letter.reason()).isEqualTo("the data is no ticket/created");
        assertThat(restored.topic()).isEqualTo("ticket-events");
        assertThat(restored.key()).isEqualTo("t-1");
        assertThat(restored.value()).isEqualTo(dead.value());
        assertThat(restored.headers()).extracting(header -> header.key()).containsExactly("ce_type", "nothing");
    }

    @Test
    void whatTheRecordItselfClaimsOfItsDeathIsNotBelieved() {
        header("dead-letter-topic", "ticket-events");
        header("dead-letter-topic", "users");

        assertThat(DeadRecord.read(dead).topic()).isEqualTo("ticket-events");
    }

    @Test
    void ofAFailureThatNobodyForesawNothingIsTold() {
        header("dead-letter-exception-class-name", IllegalStateException.class.getName());
        header("dead-letter-reason", "Cannot invoke \"String.length()\" on ada@example.org");

        assertThat(DeadRecord.read(dead).reason()).isEqualTo(DeadRecord.UNFORESEEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "user-events"})
    void ofFactsOfUsersNothingIsShown(String topic) {
        header("dead-letter-topic", topic);

        DeadLetterDocument letter = DeadRecord.read(dead);

        assertThat(letter.excerpt()).isEmpty();
        assertThat(letter.bytes()).isEqualTo(dead.value().length);
        assertThat(DeadRecord.restore(letter).value()).isEqualTo(dead.value());
    }

    @Test
    void anExcerptIsShortAndHarmless() {
        assertThat(Excerpt.of("a\u0000b\nü".getBytes(UTF_8))).isEqualTo("a b ü");
        assertThat(Excerpt.of("€".repeat(10_000).getBytes(UTF_8))).isEqualTo("€".repeat(Excerpt.LENGTH));
        assertThat(Excerpt.of(new byte[] {(byte) 0xff, 'x'})).isEqualTo("\ufffdx");
    }

    private void header(String name, String value) {
        dead.headers().add(name, value.getBytes(UTF_8));
    }
}
