package io.ticketing.e2e.outage;

import static io.ticketing.e2e.people.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.e2e.mail.Mail;
import io.ticketing.e2e.mail.Subject;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import io.ticketing.testing.inngest.InngestFaults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People open tickets and register while Inngest is away, or does everything twice. */
@PlayedIn(World.GEMINI)
class InngestOutageTest {
    /** Far more than an answer takes, and less than a service waits for one of Inngest (10 seconds). */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Scene scene;
    private final Person student;
    private final Person admin;

    InngestOutageTest(Scene scene) {
        this.scene = scene;
        this.student = scene.casting().student();
        this.admin = scene.casting().admin();
        scene.casting().moderator("MongoDB", "databases");
        scene.facts().awaitDealtWith();
    }

    @AfterEach
    void mend() {
        scene.inngest().faults(InngestFaults.NONE);
    }

    @Test
    void aTicketOpenedMeanwhileWaitsAndIsTriagedAndMailedOnceItIsBack() {
        TicketText text = TicketText.aboutTheDatabase();
        scene.inngest().faults(InngestFaults.AWAY);

        String ticketId = student.within(PATIENCE).opens(text);
        Person newcomer = scene.casting().student();

        triageHasReadWhatWasToldLaterOf(ticketId);
        aMailThatInngestHasNoPartInReaches(newcomer);
        assertThat(scene.facts().ids("triage/started")).doesNotContainKey(ticketId);
        assertThat(admin.within(PATIENCE).reads(ticketId).triageState()).isEqualTo("pending");
        assertThat(welcomes(newcomer)).isEmpty();
        scene.inngest().faults(InngestFaults.NONE);
        isAssignedAndMailedOnce(ticketId, text);
        eventually(() -> assertThat(welcomes(newcomer)).hasSize(1));
    }

    @Test
    void callsThatComeTwiceAndAnswersThatAreLostLeadToOneAssignmentAndOneMail() {
        TicketText text = TicketText.aboutTheDatabase();
        scene.inngest().faults(new InngestFaults(false, 1, 0.5, true));

        String ticketId = student.opens(text);

        isAssignedAndMailedOnce(ticketId, text);
    }

    @Test
    void aTicketIsLedByInngestAndByNobodyElse() {
        TicketText text = TicketText.aboutTheDatabase();

        String ticketId = student.opens(text);

        isAssignedAndMailedOnce(ticketId, text);
        assertThat(scene.facts().ids("triage/started").get(ticketId)).hasSize(1);
        String cause =
                scene.facts().ids("ticket/created").get(ticketId).iterator().next();
        eventually(() -> assertThat(scene.inngest().runs("triage-worker-on-ticket-created"))
                .filteredOn(run -> run.eventId().equals(cause))
                .singleElement()
                .satisfies(run -> assertThat(run.steps()).containsExactly("start", "analyse", "assign", "complete")));
    }

    /** The later record lies behind the ticket's own on the same partition, and comes back as a dead letter: so its turn has come. */
    private void triageHasReadWhatWasToldLaterOf(String ticketId) {
        eventually(() -> assertThat(scene.facts().ids("ticket/created")).containsKey(ticketId));
        String place = scene.facts().tellNonsense(ticketId);
        eventually(() -> assertThat(scene.api()
                        .get("/triage/dead-letters?limit=100", admin.token())
                        .expect(200)
                        .data()
                        .valueStream())
                .anyMatch(letter -> letter.path("id").asText().equals(place)));
    }

    private void aMailThatInngestHasNoPartInReaches(Person person) {
        scene.api()
                .post("/auth/forgot-password", Map.of("email", person.email()), null)
                .expect(202);
        scene.inbox().token(person, Subject.RESET);
    }

    private List<Mail> welcomes(Person person) {
        return scene.inbox().to(person).stream()
                .filter(mail -> mail.subject().contains(Subject.WELCOME))
                .toList();
    }

    private void isAssignedAndMailedOnce(String ticketId, TicketText text) {
        eventually(() -> assertThat(admin.reads(ticketId).triageState()).isEqualTo("done"));
        assertThat(admin.reads(ticketId).assigneeId()).isPresent();
        eventually(() -> assertThat(scene.inbox().about(text.title())).hasSize(1));
        scene.facts().awaitDealtWith();
        assertThat(scene.inbox().about(text.title())).hasSize(1);
        assertThat(scene.facts().ids("ticket/assigned").get(ticketId)).hasSize(1);
    }
}
