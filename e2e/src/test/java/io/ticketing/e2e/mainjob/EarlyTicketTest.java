package io.ticketing.e2e.mainjob;

import static io.ticketing.e2e.people.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import org.junit.jupiter.api.Test;

/** The very first ticket, before there is anybody to work on it. */
@PlayedIn(value = World.OFFLINE, act = PlayedIn.Act.FIRST)
class EarlyTicketTest {
    private final Scene scene;

    EarlyTicketTest(Scene scene) {
        this.scene = scene;
    }

    @Test
    void aTicketWaitsUntilThereIsSomebodyForIt() {
        // Given
        TicketText text = TicketText.aboutTheDatabase();
        Person student = scene.casting().student();
        String ticketId = student.opens(text);
        eventually(() -> assertThat(student.reads(ticketId).status()).isEqualTo("in-progress"));
        scene.facts().awaitDealtWith();
        assertThat(student.reads(ticketId).assigneeId()).isEmpty();

        // When
        Person moderator = scene.casting().moderator("MongoDB", "databases");

        // Then
        eventually(() -> assertThat(student.reads(ticketId).assigneeId()).contains(moderator.id()));
        eventually(() -> assertThat(scene.inbox().about(text.title())).hasSize(1));
    }
}
