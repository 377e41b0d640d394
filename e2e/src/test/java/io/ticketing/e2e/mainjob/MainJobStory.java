package io.ticketing.e2e.mainjob;

import static io.ticketing.e2e.people.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketing.e2e.mail.Mail;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.Ticket;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.Scene;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three tickets, two moderators with different skills and an admin: the same story in every world. */
abstract class MainJobStory {
    private final Scene scene;
    private final String engine;
    private final Person student;
    private final Person knowsDatabases;
    private final Person knowsPayments;
    private final Person admin;
    private final TicketText outage = TicketText.aboutTheDatabase();
    private final TicketText payment = TicketText.aboutAPayment();
    private final TicketText bicycle = TicketText.aboutABicycle();
    private String outageId = "";
    private String paymentId = "";
    private String bicycleId = "";

    MainJobStory(Scene scene, String engine) {
        this.scene = scene;
        this.engine = engine;
        this.student = scene.casting().student();
        this.knowsDatabases = scene.casting().moderator("MongoDB", "databases");
        this.knowsPayments = scene.casting().moderator("payments", "billing");
        this.admin = scene.casting().admin();
        scene.facts().awaitDealtWith();
    }

    @BeforeAll
    void theStudentOpensThreeTickets() {
        outageId = student.opens(outage);
        paymentId = student.opens(payment);
        bicycleId = student.opens(bicycle);
        eventually(() -> assertThat(List.of(outageId, paymentId, bicycleId))
                .allSatisfy(id -> assertThat(admin.reads(id).assigneeId()).isPresent()));
    }

    @Test
    void everyTicketIsUnderstood() {
        Map<String, String> priorities = Map.of(outageId, "high", paymentId, "medium", bicycleId, "low");

        assertThat(priorities).allSatisfy((id, priority) -> {
            Ticket ticket = admin.reads(id);
            assertThat(ticket.priority()).isEqualTo(priority);
            assertThat(ticket.helpfulNotes()).isNotBlank();
            assertThat(ticket.json().path("summary").asText()).isNotBlank();
            assertThat(ticket.engine()).isEqualTo(engine);
            assertThat(ticket.triageState()).isEqualTo("done");
            assertThat(ticket.status()).isEqualTo("in-progress");
        });
        assertThat(admin.reads(outageId).relatedSkills()).contains("database");
        assertThat(admin.reads(paymentId).relatedSkills()).contains("billing");
    }

    @Test
    void everyTicketGoesToWhomItsSkillsFit() {
        assertThat(admin.reads(outageId).assigneeId()).contains(knowsDatabases.id());
        assertThat(admin.reads(paymentId).assigneeId()).contains(knowsPayments.id());
    }

    @Test
    void whatFitsNobodyGoesToTheAdmin() {
        assertThat(admin.reads(bicycleId).assigneeId()).contains(admin.id());
    }

    @Test
    void everyAssigneeGetsExactlyOneMailThatNamesTheTicket() {
        theOneMailTo(knowsDatabases, outage, outageId);
        theOneMailTo(knowsPayments, payment, paymentId);
        theOneMailTo(admin, bicycle, bicycleId);
    }

    @Test
    void everybodyIsWelcomedOnce() {
        assertThat(List.of(student, knowsDatabases, knowsPayments, admin))
                .allSatisfy(person -> eventually(() -> assertThat(scene.inbox().to(person))
                        .filteredOn(mail -> mail.subject().contains("Welcome"))
                        .hasSize(1)));
    }

    @Test
    void nobodyGetsAMailThatIsForSomebodyElse() {
        scene.facts().awaitDealtWith();

        eventually(() -> assertThat(scene.inbox().to(student)).hasSize(1));
        assertThat(List.of(knowsDatabases, knowsPayments, admin))
                .allSatisfy(person ->
                        eventually(() -> assertThat(scene.inbox().to(person)).hasSize(2)));
    }

    @Test
    void theRequesterSeesWhoWorksOnItButNotWhatIsForStaff() {
        Ticket seen = student.reads(outageId);

        assertThat(seen.priority()).isEqualTo("high");
        assertThat(seen.assigneeId()).contains(knowsDatabases.id());
        assertThat(seen.json().path("createdBy").path("username").asText()).isEqualTo(student.username());
        assertThat(seen.json().path("assignedTo").path("username").asText()).isEqualTo(knowsDatabases.username());
        List.of("summary", "helpfulNotes", "relatedSkills", "triage")
                .forEach(field -> assertThat(seen.json().has(field)).as(field).isFalse());
    }

    @Test
    void theRequesterListsTheOwnTicketsNewestFirst() {
        assertThat(student.listsTickets())
                .extracting(ticket -> ticket.path("_id").asText())
                .containsExactly(bicycleId, paymentId, outageId);
    }

    @Test
    void staffListEverybodysTicketsWithWhatIsForStaff() {
        assertThat(knowsPayments.listsTickets())
                .filteredOn(ticket -> ticket.path("_id").asText().equals(outageId))
                .singleElement()
                .satisfies(ticket ->
                        assertThat(ticket.path("helpfulNotes").asText()).isNotBlank());
    }

    @Test
    void anotherStudentCannotTellItFromATicketThatDoesNotExist() {
        Person other = scene.casting().student();
        String unknown = "0".repeat(24);

        JsonNode hidden = other.asksFor(outageId).expect(404).json();
        JsonNode missing = other.asksFor(unknown).expect(404).json();

        assertThat(hidden.path("detail")).isEqualTo(missing.path("detail"));
        assertThat(other.listsTickets()).isEmpty();
    }

    private void theOneMailTo(Person assignee, TicketText about, String ticketId) {
        eventually(() -> assertThat(scene.inbox().about(about.title())).hasSize(1));
        Mail mail = scene.inbox().about(about.title()).getFirst();
        assertThat(mail.recipients()).containsExactly(assignee.email());
        assertThat(scene.inbox().plain(mail)).contains(about.title());
        assertThat(scene.inbox().html(mail)).contains(about.title());
        assertThat(scene.facts().ids("ticket/assigned").get(ticketId)).hasSize(1);
    }
}
