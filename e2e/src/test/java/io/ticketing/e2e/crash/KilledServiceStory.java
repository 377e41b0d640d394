package io.ticketing.e2e.crash;

import static io.ticketing.e2e.people.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.e2e.death.Copies;
import io.ticketing.e2e.death.Death;
import io.ticketing.e2e.mail.Mail;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.Ticket;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.Part;
import io.ticketing.e2e.stack.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whichever service is killed at whichever moment: the ticket ends assigned once, with one mail. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class KilledServiceStory {
    private static final List<Part> SERVICES =
            List.of(Part.AUTH_SERVICE, Part.TICKET_SERVICE, Part.TRIAGE_WORKER, Part.NOTIFICATION_SERVICE);
    /** Long enough to be killed in the middle of. */
    private static final Duration A_THOUGHT = Duration.ofMillis(1500);

    private final Scene scene;
    private final Person student;
    private final Person admin;
    private final Map<String, TicketText> opened = new LinkedHashMap<>();
    private final List<Death> deaths = new ArrayList<>();

    KilledServiceStory(Scene scene) {
        this.scene = scene;
        this.student = scene.casting().student();
        this.admin = scene.casting().admin();
        scene.casting().moderator("MongoDB", "databases");
        scene.casting().moderator("MongoDB", "databases");
        scene.facts().awaitDealtWith();
        scene.gemini().slow(A_THOUGHT);
    }

    @AfterAll
    void theModelIsQuickAgain() {
        scene.gemini().reset();
    }

    /** Those that carry the ticket die at every moment, the others when it is their turn. */
    static Stream<Arguments> servicesAndMoments() {
        return Stream.concat(
                Stream.of(Part.TICKET_SERVICE, Part.TRIAGE_WORKER)
                        .flatMap(service -> Stream.of(Moment.values()).map(moment -> Arguments.of(service, moment))),
                Stream.of(
                        Arguments.of(Part.AUTH_SERVICE, Moment.OPENED),
                        Arguments.of(Part.NOTIFICATION_SERVICE, Moment.THOUGHT_ABOUT),
                        Arguments.of(Part.NOTIFICATION_SERVICE, Moment.ASSIGNED)));
    }

    @ParameterizedTest(name = "{0} killed when the ticket is {1}")
    @MethodSource("servicesAndMoments")
    @Order(1)
    void aTicketOutlivesTheDeathOf(Part service, Moment moment) {
        // Given
        TicketText text = TicketText.aboutTheDatabase();
        String ticketId = opens(text);
        moment.await(scene, student, text, ticketId);

        // When
        kill(service);
        scene.stack().up();

        // Then
        endsAssignedWithOneMail(ticketId, text);
    }

    @Test
    @Order(2)
    void aTicketOutlivesTheDeathOfAllServicesAtOnce() {
        // Given
        TicketText text = TicketText.aboutTheDatabase();
        String ticketId = opens(text);
        Moment.THOUGHT_ABOUT.await(scene, student, text, ticketId);

        // When
        SERVICES.forEach(this::kill);
        scene.stack().up();

        // Then
        endsAssignedWithOneMail(ticketId, text);
    }

    @Test
    @Order(3)
    void noTicketIsAssignedOrMailedTwiceLaterOn() {
        // When
        scene.facts().awaitDealtWith();
        Map<String, Set<String>> created = scene.facts().ids("ticket/created");
        Map<String, Set<String>> assigned = scene.facts().ids("ticket/assigned");
        List<Mail> mails = scene.inbox().all();

        // Then
        assertThat(opened).isNotEmpty().allSatisfy((ticketId, text) -> {
            assertThat(created.get(ticketId)).hasSize(1);
            assertThat(assigned.get(ticketId)).hasSize(1);
            isOneMail(mails.stream()
                    .filter(mail -> mail.subject().contains(text.title()))
                    .toList());
        });
    }

    private String opens(TicketText text) {
        String ticketId = student.opens(text);
        opened.put(ticketId, text);
        return ticketId;
    }

    private void endsAssignedWithOneMail(String ticketId, TicketText text) {
        eventually(() -> assertThat(admin.reads(ticketId).triageState()).isEqualTo("done"));
        Ticket ticket = admin.reads(ticketId);
        Person assignee =
                scene.casting().withId(ticket.assigneeId().orElseThrow()).orElseThrow();
        assertThat(assignee.skills()).contains("databases");
        assertThat(ticket.priority()).isEqualTo("high");
        eventually(() -> assertThat(scene.inbox().about(text.title())).isNotEmpty());
        isOneMail(scene.inbox().about(text.title()));
        assertThat(scene.inbox().about(text.title()).getFirst().recipients()).containsExactly(assignee.email());
    }

    private void kill(Part service) {
        deaths.add(Death.of(service, scene.stack()));
    }

    private void isOneMail(List<Mail> mails) {
        assertThat(mails.stream().map(Mail::messageId).distinct()).hasSize(1);
        assertThat(Copies.areExcused(mails, deaths))
                .as("%s lie apart by a death of their sender: %s", mails, deaths)
                .isTrue();
    }
}
