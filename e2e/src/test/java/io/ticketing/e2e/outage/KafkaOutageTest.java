package io.ticketing.e2e.outage;

import static io.ticketing.e2e.people.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.Part;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** People open tickets and register while Kafka is away; everything that follows waits for its return. */
@PlayedIn(World.OFFLINE)
class KafkaOutageTest {
    /** Far more than an answer takes, and less than a producer waits for a broker's word (5.5 seconds). */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Scene scene;
    private final Person student;
    private final Person admin;

    KafkaOutageTest(Scene scene) {
        this.scene = scene;
        this.student = scene.casting().student();
        this.admin = scene.casting().admin();
        scene.casting().moderator("MongoDB", "databases");
        scene.facts().awaitDealtWith();
    }

    @Test
    void aTicketOpenedWhileKafkaIsDeadIsTriagedAndMailedOnceItIsBack() {
        // Given
        TicketText text = TicketText.aboutTheDatabase();
        scene.stack().kill(Part.KAFKA);
        eventually(this::nobodyListens);

        // When
        String ticketId = student.within(PATIENCE).opens(text);

        // Then
        assertThat(student.within(PATIENCE).reads(ticketId).status()).isEqualTo("active");
        nobodyListens();
        scene.stack().up();
        isAssignedAndMailedOnce(ticketId, text);
    }

    @Test
    void aTicketOpenedWhileKafkaHangsIsTriagedAndMailedOnceItGoesOn() {
        // Given
        TicketText text = TicketText.aboutTheDatabase();
        String ticketId;
        scene.stack().freeze(Part.KAFKA);

        // When
        try {
            ticketId = student.within(PATIENCE).opens(text);
            assertThat(student.within(PATIENCE).reads(ticketId).status()).isEqualTo("active");
        } finally {
            scene.stack().resume(Part.KAFKA);
        }

        // Then
        isAssignedAndMailedOnce(ticketId, text);
    }

    @Test
    void whoeverRegistersWhileKafkaIsDeadIsWelcomedOnceItIsBack() {
        // Given
        scene.stack().kill(Part.KAFKA);
        eventually(this::nobodyListens);

        // When
        Person newcomer = scene.casting().student();
        String ticketId = newcomer.opens(TicketText.aboutABicycle());

        // Then
        scene.stack().up();
        eventually(() -> assertThat(scene.inbox().to(newcomer))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).contains("Welcome")));
        eventually(() -> assertThat(newcomer.reads(ticketId).assigneeId()).isPresent());
    }

    private void isAssignedAndMailedOnce(String ticketId, TicketText text) {
        eventually(() -> assertThat(admin.reads(ticketId).triageState()).isEqualTo("done"));
        assertThat(admin.reads(ticketId).assigneeId()).isPresent();
        eventually(() -> assertThat(scene.inbox().about(text.title())).hasSize(1));
        scene.facts().awaitDealtWith();
        assertThat(scene.inbox().about(text.title())).hasSize(1);
        assertThat(scene.facts().ids("ticket/assigned").get(ticketId)).hasSize(1);
    }

    private void nobodyListens() {
        String[] address = scene.stack().address("KAFKA_BOOTSTRAP_SERVERS").split(":", 2);
        assertThatThrownBy(() -> new Socket(InetAddress.getByName(address[0]), Integer.parseInt(address[1])).close())
                .as("connecting to the dead broker")
                .isInstanceOf(IOException.class);
    }
}
