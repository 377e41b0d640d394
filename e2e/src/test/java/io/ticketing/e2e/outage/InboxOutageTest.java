package io.ticketing.e2e.outage;

import static io.ticketing.e2e.people.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.Part;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import org.junit.jupiter.api.Test;

/** Mails wait for the mail server; nothing else does. */
@PlayedIn(World.OFFLINE)
class InboxOutageTest {
    private final Scene scene;
    private final Person admin;

    InboxOutageTest(Scene scene) {
        this.scene = scene;
        this.admin = scene.casting().admin();
        scene.casting().moderator("MongoDB", "databases");
        scene.facts().awaitDealtWith();
    }

    @Test
    void mailsOfAnOutageArriveOnceAfterIt() {
        // Given
        TicketText text = TicketText.aboutTheDatabase();
        scene.stack().kill(Part.INBOX);

        // When
        Person newcomer = scene.casting().student();
        String ticketId = newcomer.opens(text);
        eventually(() -> assertThat(admin.reads(ticketId).assigneeId()).isPresent());
        scene.facts().awaitDealtWith();
        scene.stack().up();

        // Then
        eventually(() -> assertThat(scene.inbox().about(text.title())).hasSize(1));
        eventually(() -> assertThat(scene.inbox().to(newcomer)).hasSize(1));
        assertThat(scene.inbox().about(text.title())).hasSize(1);
    }
}
