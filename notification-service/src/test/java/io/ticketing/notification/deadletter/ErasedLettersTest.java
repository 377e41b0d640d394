package io.ticketing.notification.deadletter;

import static com.mongodb.client.model.Filters.eq;
import static io.ticketing.testing.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.events.Actor;
import io.ticketing.events.Fact;
import io.ticketing.events.TicketDeleted;
import io.ticketing.notification.Facts;
import io.ticketing.notification.Facts.Person;
import io.ticketing.notification.NotificationTest;
import io.ticketing.testing.kafka.RealKafka;
import io.ticketing.testing.mongo.RealMongo;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left in the dead letters of users and tickets that were deleted. */
@NotificationTest
class ErasedLettersTest {

    private final String id = Person.unheardOf().id();
    private final String another = Person.unheardOf().id();

    static Stream<Named<Consumer<String>>> deletions() {
        return Stream.of(
                Named.of("of a user", user -> Facts.toldGone(new Person(user, ""))),
                Named.of("of a ticket", ErasedLettersTest::ticketIsDeleted));
    }

    @ParameterizedTest
    @MethodSource("deletions")
    void theLettersOfWhatWasDeletedGoAndNoOthers(Consumer<String> deletion) {
        died(id);
        died(id);
        died(another);
        eventually(() -> assertThat(kept(another)).isOne());

        deletion.accept(id);

        eventually(() -> assertThat(kept(id)).isZero());
        assertThat(kept(another)).isOne();
    }

    @ParameterizedTest
    @MethodSource("deletions")
    void aLetterThatComesAfterTheDeletionIsNotKept(Consumer<String> deletion) {
        died(id);
        eventually(() -> assertThat(kept(id)).isOne());
        deletion.accept(id);
        eventually(() -> assertThat(kept(id)).isZero());

        died(id);
        died(another);

        eventually(() -> assertThat(kept(another)).isOne());
        assertThat(kept(id)).isZero();
    }

    /** All on one partition, so that they come one after the other. */
    private static void died(String key) {
        RealKafka.start()
                .send(new ProducerRecord<>("dead-letters.notification-service", 0, key, "private".getBytes(UTF_8)));
    }

    private static void ticketIsDeleted(String ticketId) {
        Actor somebody = Actor.person(Person.unheardOf().id());
        Facts.told(Fact.of(ticketId, 2, Instant.now(), new TicketDeleted(ticketId, somebody)));
    }

    private static long kept(String key) {
        return RealMongo.start()
                .client()
                .getDatabase("notifications")
                .getCollection("dead-letters")
                .countDocuments(eq("key", key));
    }
}
