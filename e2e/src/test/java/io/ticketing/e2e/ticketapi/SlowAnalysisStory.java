package io.ticketing.e2e.ticketapi;

import static io.ticketing.e2e.people.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.Scene;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A person decides while the model still thinks. */
abstract class SlowAnalysisStory {
    private final Scene scene;
    private final Person student;
    private final Desk moderator;

    SlowAnalysisStory(Scene scene) {
        this.scene = scene;
        this.student = scene.casting().student();
        this.moderator = new Desk(scene.casting().moderator("MongoDB", "databases"));
        scene.facts().awaitDealtWith();
    }

    @Test
    void aPersonsPriorityOutlivesIt() {
        String ticketId;
        scene.gemini().hold();
        try {
            ticketId = student.opens(TicketText.aboutTheDatabase());
            eventually(() -> assertThat(scene.gemini().underWay()).isPositive());
            moderator.changes(ticketId, Map.of("priority", "low")).expect(200);
        } finally {
            scene.gemini().letGo();
        }

        eventually(() ->
                assertThat(moderator.person().reads(ticketId).triageState()).isEqualTo("done"));
        assertThat(moderator.person().reads(ticketId).priority()).isEqualTo("low");
        assertThat(moderator.timelineOf(ticketId))
                .filteredOn(entry -> entry.path("action").asText().equals("suggested"))
                .anySatisfy(entry -> {
                    assertThat(entry.path("field").asText()).isEqualTo("priority");
                    assertThat(entry.path("to").asText()).isEqualTo("high");
                    assertThat(entry.path("actor").path("kind").asText()).isEqualTo("ai");
                });
    }

    @Test
    void thePersonsSkillsDecideWhoGetsIt() {
        Person specialist = scene.casting().moderator("archaeology");
        scene.facts().awaitDealtWith();
        String ticketId;
        scene.gemini().hold();
        try {
            ticketId = student.opens(TicketText.aboutTheDatabase());
            eventually(() -> assertThat(scene.gemini().underWay()).isPositive());
            moderator
                    .changes(ticketId, Map.of("relatedSkills", List.of("Archaeology")))
                    .expect(200);
        } finally {
            scene.gemini().letGo();
        }

        eventually(() ->
                assertThat(moderator.person().reads(ticketId).triageState()).isEqualTo("done"));
        assertThat(moderator.person().reads(ticketId).assigneeId()).hasValue(specialist.id());
    }
}
