package io.ticketing.ticket.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Priority;
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
import io.ticketing.ticket.feed.Feed;
import io.ticketing.ticket.feed.FeedEntryDocument;
import io.ticketing.ticket.history.TicketField;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
class ChangeTicketTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Person STUDENT = Person.student();
    private static final Person MODERATOR = Person.moderator();
    private static final Person ADMIN = Person.admin();

    @Inject
    Records records;

    @Inject
    Feed feed;

    @Test
    void staffSetWhatIsTheirsAndThatIsTold() throws Exception {
        String id = Api.open(STUDENT, "As typed");

        Answer answer = Act.change(
                MODERATOR,
                id,
                "{\"priority\":\"high\",\"relatedSkills\":[\"Java 25\",\"c++\"],\"hashtags\":[\"#New\"]}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("ETag")).hasValue("\"2\"");
        assertThat(answer.json().fieldNames()).toIterable().containsExactly("success", "statusCode", "message", "data");
        assertThat(answer.data()).isEqualTo(ticket(id));
        assertThat(answer.data().path("priority").asText()).isEqualTo("high");
        assertThat(answer.data().path("relatedSkills").toString()).isEqualTo("[\"Java 25\",\"c++\"]");
        assertThat(answer.data().path("hashtags").toString()).isEqualTo("[\"new\"]");
        assertThat(Bus.storyOf(id, 2)).containsExactly("ticket/created 1", "ticket/changed 2");
        assertThat(JSON.readTree(Bus.differentFactsOf(id, 2).getLast().value()))
                .isEqualTo(JSON.readTree("""
                {"ticketId":"%s","requesterId":"%s","fields":["hashtags","priority","relatedSkills"],"wording":null,"priority":"high",
                "relatedSkills":["Java 25","c++"],"by":{"kind":"person","id":"%s"}}""".formatted(id, STUDENT.id(), MODERATOR.id())));
        assertThat(records.story(id))
                .containsExactly(
                        "person created",
                        "person changed hashtags [bug] [new]",
                        "person changed priority - high",
                        "person changed relatedSkills [] [Java 25, c++]");
        assertThat(records.ticket(id).setByPeople())
                .containsExactlyInAnyOrder(TicketField.HASHTAGS, TicketField.PRIORITY, TicketField.RELATED_SKILLS);
    }

    @Test
    void theRequesterSetsTheText() {
        String id = Api.open(STUDENT, "As typed");

        Answer answer = Act.change(
                STUDENT, id, "{\"title\":\"Typed anew\",\"description\":\"Two\\nlines\",\"hashtags\":[\"a\",\"b\"]}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("ETag")).hasValue("\"2\"");
        assertThat(answer.data()).isEqualTo(Api.get(Api.GET + id, STUDENT).data());
        assertThat(answer.data().has("triage")).isFalse();
        assertThat(answer.data().path("title").asText()).isEqualTo("Typed anew");
        assertThat(answer.data().path("description").asText()).isEqualTo("Two\nlines");
        assertThat(answer.data().path("hashtags").toString()).isEqualTo("[\"a\",\"b\"]");
    }

    @Test
    void whatSomebodyTypesIsKeptAsItIs() throws Exception {
        String id = Api.open(STUDENT, "Plain");
        String text = "e\u0301 \u202e\u05d0 \ud83e\udd89 <script>alert(1)</script> ${jndi:x} {{7*7}} %s $set ' \\";

        Act.change(STUDENT, id, JSON.writeValueAsString(Map.of("title", text, "description", text)));

        assertThat(ticket(id).path("title").asText()).isEqualTo(text);
        assertThat(ticket(id).path("description").asText()).isEqualTo(text);
        assertThat(JSON.readTree(Bus.differentFactsOf(id, 2).getLast().value())
                        .path("wording")
                        .path("title")
                        .asText())
                .isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void aFieldThatIsNotTheCallersIsNamed(String role, String body, List<String> fields) {
        String id = Api.open(STUDENT, "Not yours");

        Answer answer = Act.change(role.equals("requester") ? STUDENT : MODERATOR, id, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.faultyFields()).containsExactlyElementsOf(fields);
        assertThat(ticket(id).path("version").asInt()).isEqualTo(1);
    }

    static Stream<Arguments> aFieldThatIsNotTheCallersIsNamed() {
        return Stream.of(
                arguments("requester", "{\"priority\":\"high\"}", List.of("priority")),
                arguments("requester", "{\"relatedSkills\":[\"java\"]}", List.of("relatedSkills")),
                arguments(
                        "requester",
                        "{\"title\":\"Mine\",\"relatedSkills\":[\"java\"],\"priority\":\"low\"}",
                        List.of("priority", "relatedSkills")),
                arguments("moderator", "{\"title\":\"Theirs\"}", List.of("title")),
                arguments("moderator", "{\"description\":\"Theirs\",\"hashtags\":[\"a\"]}", List.of("description")));
    }

    @Test
    void whoIsStaffAndRequesterMayBoth() {
        String id = Api.open(MODERATOR, "My own");

        Answer answer = Act.change(
                MODERATOR,
                id,
                "{\"title\":\"Mine\",\"description\":\"d\",\"hashtags\":[\"a\"],\"priority\":\"low\",\"relatedSkills\":[\"x\"]}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.data().path("version").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolved", "closed"})
    void onceItIsOverTheRequesterChangesNothingAndStaffStillDo(String status) {
        String id = Api.open(STUDENT, "Over");
        Act.move(ADMIN, id, status);

        for (String body : List.of("{\"title\":\"x\"}", "{\"description\":\"x\"}", "{\"hashtags\":[\"x\"]}")) {
            assertThat(Act.change(STUDENT, id, body).status()).as(body).isEqualTo(409);
        }
        assertThat(Act.change(STUDENT, id, "{\"priority\":\"low\"}").status()).isEqualTo(403);
        assertThat(Act.change(MODERATOR, id, "{\"hashtags\":[\"x\"],\"priority\":\"low\"}")
                        .status())
                .isEqualTo(200);
        assertThat(ticket(id).path("version").asInt()).isEqualTo(3);
        Act.move(ADMIN, id, "in-progress");
        assertThat(Act.change(STUDENT, id, "{\"title\":\"x\"}").status()).isEqualTo(200);
    }

    @Test
    void ofOnesOwnTicketThatIsOverStaffKeepTheirFieldsAlone() {
        String id = Api.open(MODERATOR, "My own");
        Act.move(ADMIN, id, "closed");

        assertThat(Act.change(MODERATOR, id, "{\"title\":\"x\"}").status()).isEqualTo(409);
        assertThat(Act.change(MODERATOR, id, "{\"hashtags\":[\"x\"]}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PENDING")
    void aChangedTextIsTriagedAgainAndWhatPeopleSetStays(TriageState state) throws Exception {
        Person ada = Person.moderator();
        Bus.introduce(ada);
        String id = Api.open(STUDENT, "First");
        Act.assign(ADMIN, id, ada);
        Act.change(ADMIN, id, "{\"priority\":\"low\"}");
        records.set(id, "triage.state", state);

        Act.change(STUDENT, id, "{\"title\":\"Second\"}");

        JsonNode ticket = ticket(id);
        assertThat(ticket.path("triage").path("state").asText()).isEqualTo("pending");
        assertThat(ticket.path("triage").path("reason").asText())
                .isEqualTo("The text is another; it is triaged again.");
        assertThat(ticket.path("priority").asText()).isEqualTo("low");
        assertThat(ticket.path("assignedTo").path("_id").asText()).isEqualTo(ada.id());
        assertThat(records.ticket(id).setByPeople())
                .containsExactlyInAnyOrder(TicketField.ASSIGNED_TO, TicketField.PRIORITY, TicketField.TITLE);
        assertThat(JSON.readTree(Bus.differentFactsOf(id, 5).get(3).value()).path("wording"))
                .isEqualTo(JSON.readTree(
                        "{\"title\":\"Second\",\"description\":\"It does not work.\",\"hashtags\":[\"bug\"]}"));
        assertThat(records.story(id).subList(3, 5))
                .containsExactly(
                        "person changed title First Second",
                        "rule changed triage "
                                + state.name().toLowerCase(Locale.ROOT).replace('_', '-') + " pending");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"hashtags\":[\"other\"]}", "{\"title\":\"First\",\"description\":\"It does not work.\"}"})
    void withTheSameTextItIsNotTriagedAgain(String body) {
        String id = Api.open(STUDENT, "First");
        records.set(id, "triage.state", TriageState.DONE);

        Act.change(STUDENT, id, body);

        assertThat(ticket(id).path("triage").path("state").asText()).isEqualTo("done");
    }

    @Test
    void theSameValueAgainMakesItThePersonsAndNoVersion() {
        String id = Api.open(STUDENT, "Agreed");
        records.set(id, "priority", Priority.HIGH);

        Answer answer = Act.change(MODERATOR, id, "{\"priority\":\"high\",\"hashtags\":[\"#BUG\"]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).hasValue("\"1\"");
        assertThat(records.ticket(id).setByPeople())
                .containsExactlyInAnyOrder(TicketField.PRIORITY, TicketField.HASHTAGS);
        assertThat(records.story(id)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource
    void triageHearsOnceOfWhatAPersonConfirms(String body, List<String> named) throws Exception {
        String id = Api.open(STUDENT, "Agreed");
        records.set(id, "priority", Priority.MEDIUM);
        records.set(id, "relatedSkills", List.of("vpn"));

        Act.change(MODERATOR, id, body);
        Act.change(MODERATOR, id, body);

        Act.move(ADMIN, id, "closed");
        assertThat(Bus.storyOf(id, 3))
                .containsExactly("ticket/created 1", "ticket/changed 1", "ticket/status-changed 2");
        JsonNode told = JSON.readTree(Bus.differentFactsOf(id, 3).get(1).value());
        assertThat(told.path("fields")).extracting(JsonNode::asText).containsExactlyElementsOf(named);
        assertThat(told.path("priority").asText()).isEqualTo("medium");
        assertThat(told.path("relatedSkills").toString()).isEqualTo("[\"vpn\"]");
        assertThat(told.path("wording").isNull()).isTrue();
        assertThat(told.path("by").path("kind").asText()).isEqualTo("person");
        assertThat(feed.find("ticketId", id).stream().map(FeedEntryDocument::type))
                .containsExactly("ticket/created", "ticket/status-changed");
    }

    static Stream<Arguments> triageHearsOnceOfWhatAPersonConfirms() {
        return Stream.of(
                arguments("{\"priority\":\"medium\"}", List.of("priority")),
                arguments("{\"relatedSkills\":[\"vpn\"]}", List.of("relatedSkills")),
                arguments(
                        "{\"priority\":\"medium\",\"relatedSkills\":[\"vpn\"],\"hashtags\":[\"bug\"]}",
                        List.of("priority", "relatedSkills")));
    }

    @Test
    void whatAPersonConfirmsBesideAChangeIsToldWithIt() throws Exception {
        String id = Api.open(STUDENT, "Partly agreed");
        records.set(id, "priority", Priority.MEDIUM);

        Act.change(MODERATOR, id, "{\"priority\":\"medium\",\"relatedSkills\":[\"vpn\"]}");
        Act.change(MODERATOR, id, "{\"priority\":\"medium\",\"relatedSkills\":[\"dns\"]}");

        assertThat(Bus.storyOf(id, 3)).containsExactly("ticket/created 1", "ticket/changed 2", "ticket/changed 3");
        List<ConsumerRecord<String, byte[]>> facts = Bus.differentFactsOf(id, 3);
        assertThat(JSON.readTree(facts.get(1).value()).path("fields").toString())
                .isEqualTo("[\"priority\",\"relatedSkills\"]");
        assertThat(JSON.readTree(facts.get(2).value()).path("fields").toString())
                .isEqualTo("[\"relatedSkills\"]");
        assertThat(records.story(id))
                .containsExactly(
                        "person created",
                        "person changed relatedSkills [] [vpn]",
                        "person changed relatedSkills [vpn] [dns]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"unknown\":1}",
                "{\"title\":null,\"description\":null,\"hashtags\":null,\"priority\":null,\"relatedSkills\":null}"
            })
    void whatIsNotSentStays(String body) {
        String id = Api.open(STUDENT, "Unchanged");
        JsonNode before = ticket(id);

        for (Person caller : List.of(STUDENT, ADMIN)) {
            Answer answer = Act.change(caller, id, body);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("ETag")).hasValue("\"1\"");
        }
        assertThat(ticket(id)).isEqualTo(before);
        assertThat(records.ticket(id).setByPeople()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void aWrongFieldIsNamed(String field, String value) {
        String id = Api.open(MODERATOR, "Wrong");
        String name = field.replaceAll("\\[.*", "");

        Answer answer = Act.change(MODERATOR, id, "{\"" + name + "\":" + value + "}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.faultyFields()).singleElement().asString().startsWith(field);
        assertThat(ticket(id).path("version").asInt()).isEqualTo(1);
    }

    static Stream<Arguments> aWrongFieldIsNamed() {
        return Stream.of(
                arguments("title", "7"),
                arguments("title", "[\"a\"]"),
                arguments("title", "{\"$ne\":null}"),
                arguments("title", "\"\""),
                arguments("title", "\"\\u00a0 \\u3000\""),
                arguments("title", "\"" + "x".repeat(201) + "\""),
                arguments("title", "\"two\\nlines\""),
                arguments("title", "\"c1 \\u0085\""),
                arguments("title", "\"lone \\ud800 surrogate\""),
                arguments("description", "true"),
                arguments("description", "\"\\n\\t\""),
                arguments("description", "\"" + "x".repeat(10_001) + "\""),
                arguments("description", "\"escape \\u001b[31m\""),
                arguments("hashtags", "\"bug\""),
                arguments("hashtags", "[]"),
                arguments("hashtags", "[\"a\",\"b\",\"c\",\"d\",\"e\"]"),
                arguments("hashtags", "[null]"),
                arguments("hashtags", "[\"a b\"]"),
                arguments("hashtags", "[\"a\",\"#A\"]"),
                arguments("hashtags[1]", "[\"a\",7]"),
                arguments("priority", "\"urgent\""),
                arguments("priority", "\"HIGH\""),
                arguments("priority", "\"\""),
                arguments("priority", "1"),
                arguments("priority", "[\"high\"]"),
                arguments("priority", "{\"$gt\":\"\"}"),
                arguments("relatedSkills", "\"java\""),
                arguments("relatedSkills", "[]"),
                arguments("relatedSkills", "[" + "\"s\",".repeat(20) + "\"s\"]"),
                arguments("relatedSkills", "{\"$ne\":null}"),
                arguments("relatedSkills[0]", "[null]"),
                arguments("relatedSkills[0]", "[\"\"]"),
                arguments("relatedSkills[0]", "[\" \\u2003\"]"),
                arguments("relatedSkills[1]", "[\"java\",\"" + "x".repeat(41) + "\"]"),
                arguments("relatedSkills[0]", "[\"two\\nlines\"]"),
                arguments("relatedSkills[0]", "[7]"));
    }

    private static JsonNode ticket(String id) {
        return Api.get(Api.GET + id, ADMIN).data();
    }
}
