package io.ticketing.e2e.erasure;

import static io.ticketing.e2e.people.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.e2e.mail.Subject;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.Part;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import io.ticketing.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Deleting somebody removes what was personal from every database; what others wrote, and their work, stays. */
@PlayedIn(World.IDENTITY)
class ErasureTest {
    /** Seconds, as the documentation promises, on a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Scene scene;
    private final Databases databases;
    private final Person admin;
    private final Person student;
    private final List<Somebody> moderators = new ArrayList<>();

    ErasureTest(Scene scene) {
        this.scene = scene;
        this.databases = new Databases(scene.stack().address("MONGO_URI"));
        this.admin = scene.casting().admin();
        this.student = scene.casting().student();
    }

    @AfterAll
    void closed() {
        databases.close();
    }

    static Stream<Arguments> servicesThatAreDown() {
        return Stream.of(
                Arguments.of(List.of()),
                Arguments.of(List.of(Part.TICKET_SERVICE, Part.TRIAGE_WORKER, Part.NOTIFICATION_SERVICE)));
    }

    @ParameterizedTest(name = "down at the time: {0}")
    @MethodSource("servicesThatAreDown")
    void nothingPersonalIsLeftInAnyDatabase(List<Part> down) {
        // Given: somebody with mails, a ticket, and another's ticket on the desk
        moderators.add(Somebody.whoTellsAll(scene, admin));
        moderators.add(Somebody.whoTellsAll(scene, admin));
        scene.facts().awaitDealtWith();
        TicketText text = TicketText.aboutTheDatabase();
        String worked = student.opens(text);
        eventually(() -> assertThat(admin.reads(worked).assigneeId()).isPresent());
        Somebody gone = moderator(admin.reads(worked).assigneeId().orElseThrow());
        String written = gone.person().opens(TicketText.aboutABicycle());
        eventually(() -> assertThat(admin.reads(written).triageState()).isEqualTo("done"));
        forgetsThePassword(gone.person());
        eventually(() -> assertThat(scene.inbox().about(text.title())).isNotEmpty());
        assertThat(databases.placesOf(gone.told()))
                .extracting(place -> place.split("\\.", 2)[0])
                .contains("auth", "tickets", "triage", "notifications");
        down.forEach(scene.stack()::kill);

        // When
        admin.deletes(gone.person());
        if (!down.isEmpty()) {
            scene.stack().up();
        }

        // Then
        Eventually.eventually(
                SOON, () -> assertThat(databases.placesOf(gone.told())).isEmpty());
        assertThat(admin.reads(written)
                        .json()
                        .path("createdBy")
                        .path("username")
                        .asText())
                .isEqualTo("deleted user");
        eventually(() -> assertThat(moderator(admin.reads(worked).assigneeId().orElseThrow())
                        .person()
                        .id())
                .isNotEqualTo(gone.person().id()));
        scene.facts().awaitDealtWith();
        assertThat(databases.placesOf(gone.told())).isEmpty();
    }

    private void forgetsThePassword(Person person) {
        person.api()
                .post("/auth/forgot-password", Map.of("email", person.email()), null)
                .expect(202);
        scene.inbox().token(person, Subject.RESET);
    }

    private Somebody moderator(String id) {
        return moderators.stream()
                .filter(somebody -> somebody.person().id().equals(id))
                .findAny()
                .orElseThrow(() -> new AssertionError(id + " is not one of those who know databases"));
    }
}
