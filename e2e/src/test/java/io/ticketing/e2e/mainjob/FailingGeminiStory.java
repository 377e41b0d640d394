package io.ticketing.e2e.mainjob;

import static io.ticketing.e2e.people.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.Ticket;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.testing.gemini.GeminiMood;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The main job with a model that fails, in each of the ways in which it can. */
abstract class FailingGeminiStory {
    private static final List<String> DATABASES = List.of("MongoDB", "databases");
    private static final List<String> PAYMENTS = List.of("payments", "billing");

    private final Scene scene;
    private final Person student;
    private final Person admin;

    FailingGeminiStory(Scene scene) {
        this.scene = scene;
        this.student = scene.casting().student();
        this.admin = scene.casting().admin();
        for (int count = 0; count < 2; count++) {
            scene.casting().moderator(DATABASES.toArray(String[]::new));
            scene.casting().moderator(PAYMENTS.toArray(String[]::new));
        }
        scene.facts().awaitDealtWith();
    }

    @AfterEach
    void theModelIsWellAgain() {
        scene.gemini().reset();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = GeminiMood.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HEALTHY", "SLOW"})
    void ticketsAreUnderstoodAssignedAndMailedWithoutTheModel(GeminiMood mood) {
        // Given
        TicketText outage = TicketText.aboutTheDatabase();
        TicketText payment = TicketText.aboutAPayment();
        TicketText bicycle = TicketText.aboutABicycle();
        scene.gemini().mood(mood);

        // When
        String outageId = student.opens(outage);
        String paymentId = student.opens(payment);
        String bicycleId = student.opens(bicycle);

        // Then
        assertThat(isDone(outageId, outage, "high").skills()).isEqualTo(DATABASES);
        assertThat(isDone(paymentId, payment, "medium").skills()).isEqualTo(PAYMENTS);
        assertThat(isDone(bicycleId, bicycle, "low").role().wireName()).isEqualTo("admin");
        if (mood != GeminiMood.DOWN) {
            assertThat(scene.gemini().callCount()).isGreaterThanOrEqualTo(3);
        }
    }

    /** Answers the assignee. */
    private Person isDone(String ticketId, TicketText text, String priority) {
        eventually(() -> assertThat(admin.reads(ticketId).triageState()).isEqualTo("done"));
        Ticket ticket = admin.reads(ticketId);
        assertThat(ticket.engine()).isEqualTo("offline");
        assertThat(ticket.priority()).isEqualTo(priority);
        assertThat(ticket.helpfulNotes()).isNotBlank();
        Person assignee =
                scene.casting().withId(ticket.assigneeId().orElseThrow()).orElseThrow();
        eventually(() -> assertThat(scene.inbox().about(text.title())).hasSize(1));
        assertThat(scene.inbox().about(text.title()).getFirst().recipients()).containsExactly(assignee.email());
        return assignee;
    }
}
