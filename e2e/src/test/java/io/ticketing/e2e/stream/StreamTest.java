package io.ticketing.e2e.stream;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.e2e.people.EventStream;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.Role;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.Part;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import org.junit.jupiter.api.Test;

/** The stream through the gateway, while services come and go. */
@PlayedIn(World.OFFLINE)
class StreamTest {
    private final Scene scene;
    private final Person student;
    private final Person admin;

    StreamTest(Scene scene) {
        this.scene = scene;
        this.student = scene.casting().student();
        this.admin = scene.casting().admin();
        scene.facts().awaitDealtWith();
    }

    @Test
    void aTicketsWayIsHeardAsItGoes() {
        try (EventStream ofStudent = student.listens("");
                EventStream ofStaff = admin.listens("")) {
            String ticketId = student.opens(TicketText.aboutABicycle());

            eventually(() -> assertThat(ofStudent.typesOf(ticketId))
                    .contains("ticket/created", "ticket/status-changed", "ticket/assigned"));
            eventually(() -> assertThat(ofStaff.typesOf(ticketId)).containsAll(ofStudent.typesOf(ticketId)));
            assertThat(ofStudent.answer().header("Content-Type")).startsWith("text/event-stream");
            assertThat(ofStudent.answer().header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void nobodyHearsOfTheTicketsOfOthers() {
        Person other = scene.casting().student();
        try (EventStream ofOther = other.listens("")) {
            String hidden = student.opens(TicketText.aboutABicycle());
            String own = other.opens(TicketText.aboutABicycle());

            eventually(() -> assertThat(ofOther.typesOf(own)).contains("ticket/assigned"));
            assertThat(ofOther.typesOf(hidden)).isEmpty();
        }
    }

    @Test
    void whoComesBackAfterTheServiceWasKilledHasMissedNothing() {
        String last;
        try (EventStream listener = student.listens("")) {
            String before = student.opens(TicketText.aboutABicycle());
            eventually(() -> assertThat(listener.typesOf(before)).contains("ticket/assigned"));
            last = listener.lastId();

            scene.stack().kill(Part.TICKET_SERVICE);

            eventually(() -> assertThat(listener.isOver()).isTrue());
        }
        scene.stack().up();
        String meanwhile = student.opens(TicketText.aboutABicycle());
        eventually(() -> assertThat(student.reads(meanwhile).assigneeId()).isPresent());

        try (EventStream listener = student.listens(last)) {
            eventually(() -> assertThat(listener.typesOf(meanwhile)).contains("ticket/assigned"));
            assertThat(listener.events()).allMatch(event -> event.ticketId().equals(meanwhile));
            assertThat(listener.typesOf(meanwhile)).doesNotHaveDuplicates();
        }
    }

    @Test
    void aModeratorsStreamEndsWithHisRole() {
        Person moderator = scene.casting().moderator("bicycles");
        try (EventStream listener = moderator.listens("")) {
            eventually(() -> assertThat(listener.lastId()).isNotEmpty());

            admin.makes(moderator, Role.STUDENT);

            eventually(() -> assertThat(listener.isOver()).isTrue());
        }
    }

    @Test
    void whoLogsOutListensNoMore() {
        Person leaver = student.logsIn();
        try (EventStream listener = leaver.listens("")) {
            eventually(() -> assertThat(listener.lastId()).isNotEmpty());

            leaver.logsOut();

            eventually(() -> assertThat(listener.isOver()).isTrue());
            leaver.listens("").answer().expect(401);
        }
    }
}
