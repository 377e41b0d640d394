package io.ticketing.ticket.status;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Role;
import io.ticketing.events.TicketStatus;
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
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class MoveTicketTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Person STUDENT = Person.student();
    private static final Person MODERATOR = Person.moderator();
    private static final Person ADMIN = Person.admin();

    @Inject
    Records records;

    @Inject
    KnownUsers users;

    @ParameterizedTest(name = "from {0} to {1}")
    @MethodSource
    void itMovesFromAnyStatusToAnyOther(TicketStatus from, TicketStatus to) throws Exception {
        String id = ticketThatIs(from);

        Answer answer = Act.move(MODERATOR, id, to.wireName());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("ETag")).hasValue("\"2\"");
        assertThat(answer.json().fieldNames()).toIterable().containsExactly("success", "statusCode", "message", "data");
        assertThat(answer.data()).isEqualTo(ticket(id));
        assertThat(answer.data().path("status").asText()).isEqualTo(to.wireName());
        ConsumerRecord<String, byte[]> moved = Bus.differentFactsOf(id, 2).getLast();
        assertThat(Bus.header(moved, "ce_type")).isEqualTo("ticket/status-changed");
        assertThat(Bus.header(moved, "ce_sequence")).isEqualTo("2");
        assertThat(JSON.readTree(moved.value()))
                .isEqualTo(JSON.readTree("""
                {"ticketId":"%s","from":"%s","to":"%s","by":{"kind":"person","id":"%s"}}""".formatted(id, from.wireName(), to.wireName(), MODERATOR.id())));
        assertThat(records.story(id))
                .containsExactly("person created", "person changed status " + from.wireName() + " " + to.wireName());
        assertThat(records.ticket(id).setByPeople()).containsExactly(TicketField.STATUS);
    }

    static Stream<Arguments> itMovesFromAnyStatusToAnyOther() {
        return Arrays.stream(TicketStatus.values()).flatMap(from -> Arrays.stream(TicketStatus.values())
                .filter(to -> to != from && to != TicketStatus.ACTIVE)
                .map(to -> arguments(from, to)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-progress", "resolved", "closed"})
    void itNeverMovesBackToActive(String status) {
        String id = Api.open(STUDENT, "Begun");
        Act.move(MODERATOR, id, status);

        Answer answer = Act.move(MODERATOR, id, "active");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(ticket(id).path("status").asText()).isEqualTo(status);
        assertThat(ticket(id).path("version").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"active", "in-progress", "resolved", "closed"})
    void theSameStatusAgainIsNothing(String status) {
        String id = Api.open(STUDENT, "Twice");
        Act.move(MODERATOR, id, status);
        JsonNode before = ticket(id);

        Answer answer = Act.move(ADMIN, id, status);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data()).isEqualTo(before);
        assertThat(records.story(id)).hasSize(before.path("version").asInt());
        Act.move(ADMIN, id, status.equals("closed") ? "resolved" : "closed");
        int version = before.path("version").asInt() + 1;
        assertThat(Bus.differentFactsOf(id, version)).hasSize(version);
    }

    @Test
    void reopenedItStaysWithWhoeverHadIt() {
        Person ada = Person.moderator();
        Bus.introduce(ada);
        String id = Api.open(STUDENT, "Not solved");
        Act.assign(ADMIN, id, ada);
        Act.move(ada, id, "resolved");

        JsonNode reopened = Act.move(ADMIN, id, "in-progress").data();

        assertThat(reopened.path("assignedTo").path("_id").asText()).isEqualTo(ada.id());
        assertThat(Bus.storyOf(id, 4))
                .containsExactly(
                        "ticket/created 1", "ticket/assigned 2", "ticket/status-changed 3", "ticket/status-changed 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleted", "deactivated", "demoted"})
    void reopenedItWaitsForSomebodyElseWhenWhoeverHadItIsLost(String how) throws Exception {
        Person ada = Person.moderator();
        Bus.introduce(ada);
        String id = Api.open(STUDENT, "Not solved");
        Act.assign(ADMIN, id, ada);
        records.set(id, "triage.state", TriageState.DONE);
        Act.move(ADMIN, id, "closed");
        lose(ada, how);

        JsonNode reopened = Act.move(ADMIN, id, "in-progress").data();

        assertThat(reopened.path("status").asText()).isEqualTo("in-progress");
        assertThat(reopened.path("assignedTo").isNull()).isTrue();
        assertThat(reopened.path("version").asInt()).isEqualTo(4);
        assertThat(reopened.path("triage").path("state").asText()).isEqualTo("pending");
        assertThat(records.ticket(id).setByPeople()).containsExactly(TicketField.STATUS);
        assertThat(Bus.storyOf(id, 6))
                .containsExactly(
                        "ticket/created 1",
                        "ticket/assigned 2",
                        "ticket/status-changed 3",
                        "ticket/status-changed 4",
                        "ticket/unassigned 4",
                        "ticket/changed 4");
        assertThat(JSON.readTree(Bus.differentFactsOf(id, 6).get(4).value()))
                .isEqualTo(JSON.readTree("""
                {"ticketId":"%s","assigneeId":"%s","by":{"kind":"rule","id":null}}""".formatted(id, ada.id())));
        assertThat(records.story(id).subList(3, 6))
                .containsExactly(
                        "person changed status closed in-progress",
                        "rule unassigned assignedTo " + ada.id() + " -",
                        "rule changed triage done pending");
    }

    @Test
    void whoIsLostWhileHisTicketsAreReopenedKeepsNone() {
        Person ada = Person.moderator();
        Bus.introduce(ada);
        List<String> ids =
                Stream.generate(() -> Api.open(STUDENT, "Bad moment")).limit(12).toList();
        ids.forEach(id -> Act.assign(ADMIN, id, ada));
        ids.forEach(id -> Act.move(ADMIN, id, "resolved"));
        AtomicInteger next = new AtomicInteger();

        AtOnce.run(13, () -> {
            int turn = next.getAndIncrement();
            if (turn == 6) {
                Bus.send(ada.inactive().atVersion(2).fact());
            } else {
                Act.move(ADMIN, ids.get(turn > 6 ? turn - 1 : turn), "in-progress");
            }
            return turn;
        });

        eventually(() -> assertThat(ids)
                .allSatisfy(
                        id -> assertThat(ticket(id).path("assignedTo").isNull()).isTrue()));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "RUNNING"})
    void reopenedItIsStillTriagedWhereARunIsAtWork(TriageState state) {
        String id = Api.open(STUDENT, "Closed in haste");
        records.set(id, "triage.state", state);
        Act.move(ADMIN, id, "closed");

        Act.move(ADMIN, id, "in-progress");

        assertThat(records.ticket(id).triage().state()).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "NEEDS_REVIEW", "DONE"})
    void reopenedItWaitsForAPersonWhereNobodyHadIt(TriageState state) {
        String id = Api.open(STUDENT, "Closed in time");
        records.set(id, "triage.state", state);
        Act.move(ADMIN, id, "closed");

        JsonNode triage = Act.move(ADMIN, id, "in-progress").data().path("triage");

        assertThat(triage.path("state").asText()).isEqualTo("needs-review");
        assertThat(triage.path("reason").asText())
                .isEqualTo("Reopened, and nobody has it; somebody has to say who does it now.");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void aStatusThatIsNoneIsNamed(String field, String body) {
        String id = Api.open(STUDENT, "Unclear");

        Answer answer = Api.call("PATCH", Act.STATUS + id, ADMIN, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.faultyFields()).containsExactly(field);
        assertThat(ticket(id).path("version").asInt()).isEqualTo(1);
    }

    static Stream<Arguments> aStatusThatIsNoneIsNamed() {
        return Stream.of(
                arguments("status", "{}"),
                arguments("status", "{\"status\":null}"),
                arguments("status", "{\"status\":\"\"}"),
                arguments("status", "{\"status\":\"CLOSED\"}"),
                arguments("status", "{\"status\":\"IN_PROGRESS\"}"),
                arguments("status", "{\"status\":\"done\"}"),
                arguments("status", "{\"status\":3}"),
                arguments("status", "{\"status\":true}"),
                arguments("status", "{\"status\":[\"closed\"]}"),
                arguments("status", "{\"status\":{\"$ne\":null}}"),
                arguments("body", ""),
                arguments("body", "null"),
                arguments("body", "[]"),
                arguments("body", "\"closed\""),
                arguments("body", "{\"status\":\"closed\""),
                arguments("body", "{\"status\":\"closed\"}}"));
    }

    @Test
    void ofManyAtOnceNoneIsLostAndFactsTimelineAndTicketAgree() throws Exception {
        String id = ticketThatIs(TicketStatus.ACTIVE);
        List<String> statuses = List.of("in-progress", "resolved", "closed");
        AtomicInteger next = new AtomicInteger();

        List<Answer> answers =
                AtOnce.run(30, () -> Act.move(ADMIN, id, statuses.get(next.getAndIncrement() % statuses.size())));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        JsonNode ticket = ticket(id);
        int version = ticket.path("version").asInt();
        String status = "active";
        List<ConsumerRecord<String, byte[]>> facts = Bus.differentFactsOf(id, version);
        assertThat(facts).hasSize(version);
        for (ConsumerRecord<String, byte[]> fact : facts.subList(1, version)) {
            assertThat(JSON.readTree(fact.value()).path("from").asText()).isEqualTo(status);
            status = JSON.readTree(fact.value()).path("to").asText();
        }
        assertThat(ticket.path("status").asText()).isEqualTo(status);
        assertThat(records.story(id)).hasSize(version);
    }

    private void lose(Person somebody, String how) {
        switch (how) {
            case "deleted" -> {
                Bus.delete(somebody);
                eventually(() -> assertThat(users.isGone(somebody.id())).isTrue());
            }
            case "deactivated" -> {
                Bus.send(somebody.inactive().atVersion(2).fact());
                eventually(
                        () -> assertThat(users.find(somebody.id()).orElseThrow().isActive())
                                .isFalse());
            }
            default ->
                Bus.introduce(somebody.as(Role.STUDENT)
                        .named("was-" + somebody.username())
                        .atVersion(2));
        }
    }

    private String ticketThatIs(TicketStatus status) {
        String id = Api.open(STUDENT, "Somewhere");
        records.set(id, "status", status);
        records.set(id, "assignedTo", MODERATOR.id());
        return id;
    }

    private static JsonNode ticket(String id) {
        return Api.get(Api.GET + id, ADMIN).data();
    }
}
