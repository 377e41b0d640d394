package io.ticketing.ticket.assign;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.standing.KnownUsers;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Act;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Bus;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.Records;
import io.ticketing.ticket.TriageState;
import io.ticketing.ticket.history.TicketField;
import io.ticketing.ticket.triage.News;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class AssignTicketTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Person STUDENT = Person.student();
    private static final Person MODERATOR = Person.moderator();
    private static final Person ADMIN = Person.admin();

    private final Person ada = Person.moderator();
    private final Person grace = Person.admin();

    @Inject
    Records records;

    @Inject
    KnownUsers users;

    @BeforeEach
    void introduce() {
        Bus.introduce(ada, grace);
    }

    @Test
    void staffGiveATicketToSomebodyAndThatIsTold() throws Exception {
        String id = Api.open(STUDENT, "Take it");

        Answer answer = Act.assign(MODERATOR, id, ada);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("ETag")).hasValue("\"2\"");
        assertThat(answer.json().fieldNames()).toIterable().containsExactly("success", "statusCode", "message", "data");
        assertThat(answer.data()).isEqualTo(ticket(id));
        assertThat(answer.data().path("assignedTo").toString())
                .isEqualTo("{\"_id\":\"%s\",\"username\":\"%s\",\"email\":\"%s\"}"
                        .formatted(ada.id(), ada.username(), ada.email()));
        ConsumerRecord<String, byte[]> assigned = Bus.differentFactsOf(id, 2).getLast();
        assertThat(Bus.header(assigned, "ce_type")).isEqualTo("ticket/assigned");
        assertThat(Bus.header(assigned, "ce_sequence")).isEqualTo("2");
        assertThat(JSON.readTree(assigned.value()))
                .isEqualTo(JSON.readTree("""
                {"ticketId":"%s","title":"Take it","assigneeId":"%s","priority":null,"summary":null,"helpfulNotes":null,
                "relatedSkills":[],"reason":"Assigned by a person","by":{"kind":"person","id":"%s"}}""".formatted(id, ada.id(), MODERATOR.id())));
        assertThat(records.story(id)).containsExactly("person created", "person assigned assignedTo - " + ada.id());
    }

    @Test
    void anAdminCanHaveATicketToo() {
        String id = Api.open(STUDENT, "For an admin");

        assertThat(Act.assign(ADMIN, id, grace)
                        .data()
                        .path("assignedTo")
                        .path("_id")
                        .asText())
                .isEqualTo(grace.id());
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "NEEDS_REVIEW"})
    void aTicketThatWaitsForSomebodyWaitsNoMore(TriageState state) {
        String id = Api.open(STUDENT, "Waiting");
        records.set(id, "triage.state", state);
        records.set(id, "triage.reason", "All are away.");

        JsonNode triage = Act.assign(MODERATOR, id, ada).data().path("triage");

        assertThat(triage.path("state").asText()).isEqualTo("done");
        assertThat(triage.path("reason").isNull()).isTrue();
        assertThat(triage.path("explanation").asText()).isEqualTo("Assigned by a person.");
        assertThat(records.story(id).getLast())
                .isEqualTo("rule changed triage "
                        + state.name().toLowerCase(Locale.ROOT).replace('_', '-') + " done");
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "RUNNING"})
    void aRunThatIsAtWorkGoesOn(TriageState state) {
        String id = Api.open(STUDENT, "Being read");
        records.set(id, "triage.state", state);

        JsonNode triage = Act.assign(MODERATOR, id, ada).data().path("triage");

        assertThat(triage.path("state").asText()).isEqualTo(state.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void anotherAssigneeIsOneFactAndOneEntry() {
        String id = assignedTo(ada);

        Answer answer = Act.assign(MODERATOR, id, grace);

        assertThat(answer.data().path("version").asInt()).isEqualTo(3);
        assertThat(Bus.storyOf(id, 3)).containsExactly("ticket/created 1", "ticket/assigned 2", "ticket/assigned 3");
        assertThat(records.story(id).getLast()).isEqualTo("person assigned assignedTo " + ada.id() + " " + grace.id());
    }

    /** A mail goes out for each {@code ticket/assigned}. */
    @Test
    void theSameAssigneeAgainChangesNothingAndIsMailedOnce() {
        String id = assignedTo(ada);

        Answer again = Act.assign(ADMIN, id, ada);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).hasValue("\"2\"");
        assertThat(Act.assign(ADMIN, id, grace).status()).isEqualTo(200);
        assertThat(Bus.storyOf(id, 3)).containsExactly("ticket/created 1", "ticket/assigned 2", "ticket/assigned 3");
        assertThat(records.story(id)).hasSize(3);
    }

    @Test
    void whomAMachineFoundIsAPersonsChoiceOnceAPersonSaysTheSame() {
        String id = Api.open(STUDENT, "Agreed");
        records.set(id, "assignedTo", ada.id());

        Act.assign(ADMIN, id, ada);

        assertThat(records.ticket(id).setByPeople()).contains(TicketField.ASSIGNED_TO);
        assertThat(records.ticket(id).version()).isEqualTo(1);
        assertThat(records.story(id)).hasSize(1);
    }

    @ParameterizedTest(name = "body {0}")
    @ValueSource(strings = {"{}", "{\"assigneeId\":null}", "null", "", "{\"assignee\":\"x\",\"version\":7}"})
    void withoutAnAssigneeItIsTakenAway(String body) throws Exception {
        String id = assignedTo(ada);

        Answer answer = Api.call("POST", Act.ASSIGN + id, MODERATOR, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("ETag")).hasValue("\"3\"");
        assertThat(answer.data().path("assignedTo").isNull()).isTrue();
        assertThat(Bus.storyOf(id, 4))
                .containsExactly("ticket/created 1", "ticket/assigned 2", "ticket/unassigned 3", "ticket/changed 3");
        assertThat(JSON.readTree(Bus.differentFactsOf(id, 4).get(2).value()))
                .isEqualTo(JSON.readTree("""
                {"ticketId":"%s","assigneeId":"%s","by":{"kind":"person","id":"%s"}}""".formatted(id, ada.id(), MODERATOR.id())));
    }

    @Test
    void withoutABodyItIsTakenAwayToo() {
        String id = assignedTo(ada);

        Answer answer = Api.call("POST", Act.ASSIGN + id, MODERATOR, Map.of(), Optional.empty());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.data().path("assignedTo").isNull()).isTrue();
    }

    @Test
    void aTicketThatAPersonTookAwayWaitsForAPerson() {
        String id = assignedTo(ada);

        JsonNode triage = Act.unassign(MODERATOR, id).data().path("triage");

        assertThat(triage.path("state").asText()).isEqualTo("needs-review");
        assertThat(triage.path("reason").asText())
                .isEqualTo("A person took it from whoever had it; somebody has to say who does it now.");
        assertThat(records.story(id).subList(2, 4))
                .containsExactly(
                        "person unassigned assignedTo " + ada.id() + " -", "rule changed triage done needs-review");
    }

    @Test
    void aRunThatIsAtWorkMeanwhileStillTellsWhatItFound() {
        String id = Api.open(STUDENT, "Back and forth");
        News run = new News(id);
        Bus.send(run.started());
        eventually(() -> assertThat(state(id)).isEqualTo("running"));
        Act.assign(MODERATOR, id, ada);

        Act.unassign(MODERATOR, id);

        assertThat(state(id)).isEqualTo("running");
        Bus.send(run.completed(grace.id()));
        eventually(() -> assertThat(state(id)).isEqualTo("needs-review"));
        assertThat(ticket(id).path("assignedTo").isNull()).isTrue();
        assertThat(ticket(id).path("summary").isNull()).isFalse();
    }

    @Test
    void whereNobodyHasItNothingCanBeTakenAway() {
        String id = Api.open(STUDENT, "Nobody's");

        Answer answer = Act.unassign(MODERATOR, id);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).hasValue("\"1\"");
        assertThat(records.ticket(id).setByPeople()).isEmpty();
        assertThat(records.story(id)).hasSize(1);
    }

    @Test
    void whoCannotWorkGetsNoTicket() {
        Person inactive = Person.moderator().inactive();
        Person newcomer = Person.admin().notOnboarded();
        Person student = Person.student();
        Bus.introduce(newcomer, student);
        Bus.send(inactive.fact());
        eventually(() -> assertThat(users.find(inactive.id())).isPresent());
        Person gone = Person.moderator();
        Bus.delete(gone);
        eventually(() -> assertThat(users.isGone(gone.id())).isTrue());
        String id = assignedTo(ada);

        for (Person nobody : List.of(inactive, newcomer, student, gone, Person.moderator())) {
            Answer answer = Act.assign(ADMIN, id, nobody);

            assertThat(answer.status()).as(answer.body()).isEqualTo(409);
            assertThat(answer.faultyFields()).containsExactly("assigneeId");
        }
        assertThat(ticket(id).path("assignedTo").path("_id").asText()).isEqualTo(ada.id());
        assertThat(ticket(id).path("version").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"x\"",
                "\" \"",
                "\"66F0C0FFEE0123456789ABCD\"",
                "\"66f0c0ffee0123456789abcd0\"",
                "\"66f0c0ffee0123456789abcd\\n\"",
                "7",
                "true",
                "[]",
                "{\"$ne\":null}"
            })
    void anAssigneeThatIsNoIdIsNamed(String assigneeId) {
        String id = Api.open(STUDENT, "Misspelt");

        Answer answer = Api.call("POST", Act.ASSIGN + id, ADMIN, "{\"assigneeId\":" + assigneeId + "}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.faultyFields()).containsExactly("assigneeId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolved", "closed"})
    void aTicketThatIsOverHasToBeReopenedFirst(String status) {
        String id = assignedTo(ada);
        Act.move(ADMIN, id, status);

        assertThat(Act.assign(ADMIN, id, ada).status()).isEqualTo(200);
        assertThat(Act.assign(ADMIN, id, grace).status()).isEqualTo(409);
        assertThat(Act.unassign(ADMIN, id).status()).isEqualTo(409);

        assertThat(ticket(id).path("version").asInt()).isEqualTo(3);
        Act.move(ADMIN, id, "in-progress");
        assertThat(Act.assign(ADMIN, id, grace).status()).isEqualTo(200);
    }

    @Test
    void ofManyAtOnceTheLastOneStaysAndFactsAndTicketAgree() throws Exception {
        String id = Api.open(STUDENT, "Everybody wants it");
        List<Person> both = List.of(ada, grace);
        AtomicInteger next = new AtomicInteger();

        List<Answer> answers =
                AtOnce.run(20, () -> Act.assign(ADMIN, id, both.get(next.getAndIncrement() % both.size())));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        int version = ticket(id).path("version").asInt();
        List<ConsumerRecord<String, byte[]>> facts = Bus.differentFactsOf(id, version);
        assertThat(facts)
                .extracting(fact -> Bus.header(fact, "ce_sequence"))
                .containsExactlyElementsOf(Stream.iterate(1, n -> n + 1)
                        .limit(version)
                        .map(String::valueOf)
                        .toList());
        assertThat(JSON.readTree(facts.getLast().value()).path("assigneeId"))
                .isEqualTo(ticket(id).path("assignedTo").path("_id"));
        assertThat(records.story(id)).hasSize(version);
    }

    @Test
    void whoIsLostWhileHeIsGivenTicketsKeepsNone() {
        List<String> ids =
                Stream.generate(() -> Api.open(STUDENT, "Bad moment")).limit(12).toList();
        AtomicInteger next = new AtomicInteger();

        AtOnce.run(13, () -> {
            int turn = next.getAndIncrement();
            if (turn == 6) {
                Bus.delete(ada);
            } else {
                Act.assign(ADMIN, ids.get(turn > 6 ? turn - 1 : turn), ada);
            }
            return turn;
        });

        eventually(() -> assertThat(users.isGone(ada.id())).isTrue());
        eventually(() -> assertThat(ids)
                .allSatisfy(
                        id -> assertThat(ticket(id).path("assignedTo").isNull()).isTrue()));
    }

    private String assignedTo(Person assignee) {
        String id = Api.open(STUDENT, "Assigned");
        assertThat(Act.assign(ADMIN, id, assignee).status()).isEqualTo(200);
        records.set(id, "triage.state", TriageState.DONE);
        return id;
    }

    private static String state(String id) {
        return ticket(id).path("triage").path("state").asText();
    }

    private static JsonNode ticket(String id) {
        return Api.get(Api.GET + id, ADMIN).data();
    }
}
