package io.ticketing.ticket.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Actor;
import io.ticketing.events.Priority;
import io.ticketing.events.TicketStatus;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Bus;
import io.ticketing.ticket.ChangingTickets;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.Queries;
import io.ticketing.ticket.Talk;
import io.ticketing.ticket.TicketChange;
import io.ticketing.ticket.history.TicketField;
import io.ticketing.ticket.history.TimelineNote;
import io.ticketing.ticket.history.TimelineValue;
import io.ticketing.web.precondition.IfMatch;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class TimelineTest {

    private static final Person MODERATOR = Person.moderator();

    private final Person student = Person.student();

    @Inject
    ChangingTickets changing;

    @Test
    void itBeginsWithTheOpening() {
        Bus.introduce(student);
        String id = Api.open(student, "New");

        Answer answer = Api.get(Talk.timeline(id), student);

        JsonNode created = answer.data().path(0);
        assertThat(created.path("id").asText()).matches("[0-9a-f]{24}");
        assertThat(created.path("at"))
                .isEqualTo(Api.get(Api.GET + id, student).data().path("createdAt"));
        assertThat(answer.body())
                .isEqualTo(
                        "{\"success\":true,\"statusCode\":200,\"message\":\"The timeline.\",\"data\":[{\"id\":%s,\"at\":%s,"
                                        .formatted(created.path("id"), created.path("at"))
                                + "\"actor\":{\"kind\":\"person\",\"id\":\"%s\",\"username\":\"%s\"},\"action\":\"created\"}],"
                                        .formatted(student.id(), student.username())
                                + "\"page\":{\"limit\":50,\"nextCursor\":null}}");
    }

    @Test
    void staffSeeWhoChangedWhatFromWhatToWhatAndWhy() {
        String id = Api.open(student, "Story");
        change(id, change -> change.then(Actor.ai(), "Sounds urgent.", edit -> edit.priority(Priority.HIGH)
                        .relatedSkills(List.of("vpn", "dns"))
                        .assignedTo(MODERATOR.id()))
                .then(Actor.person(MODERATOR.id()), null, edit -> edit.status(TicketStatus.RESOLVED)));
        change(id, change -> change.then(Actor.rule(), "He left.", edit -> edit.assignedTo(null)));

        assertThat(story(id, MODERATOR))
                .containsExactly(
                        person(student) + ",\"action\":\"created\"",
                        "{\"kind\":\"ai\"},\"action\":\"changed\",\"field\":\"priority\",\"to\":\"high\",\"reason\":\"Sounds urgent.\"",
                        "{\"kind\":\"ai\"},\"action\":\"assigned\",\"field\":\"assignedTo\",\"to\":\"%s\",\"reason\":\"Sounds urgent.\""
                                .formatted(MODERATOR.id()),
                        "{\"kind\":\"ai\"},\"action\":\"changed\",\"field\":\"relatedSkills\",\"from\":[],\"to\":[\"vpn\",\"dns\"],"
                                + "\"reason\":\"Sounds urgent.\"",
                        person(MODERATOR)
                                + ",\"action\":\"changed\",\"field\":\"status\",\"from\":\"active\",\"to\":\"resolved\"",
                        "{\"kind\":\"rule\"},\"action\":\"unassigned\",\"field\":\"assignedTo\",\"from\":\"%s\",\"reason\":\"He left.\""
                                .formatted(MODERATOR.id()));
    }

    @Test
    void theRequesterSeesNeitherStaffFieldsNorSuggestionsNorTheReasonsOfMachines() {
        String id = Api.open(student, "Half the story");
        change(id, change -> change.then(Actor.ai(), "Sounds urgent.", edit -> edit.priority(Priority.HIGH)
                        .summary("Impatient.")
                        .helpfulNotes("Be nice.")
                        .relatedSkills(List.of("vpn")))
                .then(Actor.person(MODERATOR.id()), "Not that urgent.", edit -> edit.priority(Priority.LOW))
                .noting(List.of(TimelineNote.suggested(
                        Actor.ai(),
                        TicketField.PRIORITY,
                        TimelineValue.of("low"),
                        TimelineValue.of("high"),
                        "Sounds urgent."))));
        Talk.sayInternally(MODERATOR, id, "Note");

        assertThat(story(id, student))
                .containsExactly(
                        person(student) + ",\"action\":\"created\"",
                        "{\"kind\":\"ai\"},\"action\":\"changed\",\"field\":\"priority\",\"to\":\"high\"",
                        person(MODERATOR)
                                + ",\"action\":\"changed\",\"field\":\"priority\",\"from\":\"high\",\"to\":\"low\",\"reason\":\"Not that urgent.\"");
        assertThat(story(id, MODERATOR))
                .hasSize(8)
                .contains(
                        "{\"kind\":\"ai\"},\"action\":\"suggested\",\"field\":\"priority\",\"from\":\"low\",\"to\":\"high\","
                                + "\"reason\":\"Sounds urgent.\"");
    }

    @Test
    void whatAMachineSuggestsAgainIsKeptOnce() {
        String id = Api.open(student, "Again");
        change(id, change -> change.then(Actor.person(MODERATOR.id()), null, edit -> edit.priority(Priority.LOW)));

        for (Priority suggestion : List.of(Priority.HIGH, Priority.HIGH, Priority.MEDIUM, Priority.HIGH)) {
            change(id, change -> change.proposing(Actor.ai(), null, edit -> edit.priority(suggestion)));
        }

        assertThat(story(id, MODERATOR))
                .filteredOn(entry -> entry.contains("suggested"))
                .satisfiesExactly(high -> assertThat(high).contains("\"to\":\"high\""), medium -> assertThat(medium)
                        .contains("\"to\":\"medium\""));
    }

    @Test
    void pagesGoOnWhereTheLastOneEndedForEachReader() {
        String id = Api.open(student, "Pages");
        IntStream.range(0, 5).forEach(number -> {
            Talk.say(student, id, "Comment");
            Talk.sayInternally(MODERATOR, id, "Note");
        });

        for (Person reader : List.of(student, MODERATOR)) {
            assertThat(Talk.all(Talk.timeline(id), reader, 2)).isEqualTo(Talk.all(Talk.timeline(id), reader, 100));
        }
        assertThat(Talk.all(Talk.timeline(id), student, 2)).hasSize(6);
        assertThat(Talk.all(Talk.timeline(id), MODERATOR, 2)).hasSize(11);
    }

    @Test
    void aCursorOfAnotherTicketOrOfWhatIsHiddenIsRefused() {
        String id = Api.open(student, "Mine");
        Talk.sayInternally(MODERATOR, id, "Note");
        String hidden = idOf(Talk.all(Talk.timeline(id), MODERATOR, 100).getLast());
        String foreign = idOf(Talk.all(Talk.timeline(Api.open(student, "Other")), student, 100)
                .getLast());

        for (String cursor : List.of(hidden, foreign, new ObjectId().toHexString())) {
            Answer answer = Api.get(Talk.timeline(id) + "?cursor=" + cursor, student);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.faultyFields()).containsExactly("cursor");
        }
        assertThat(Api.get(Talk.timeline(id) + "?cursor=" + hidden, MODERATOR).status())
                .isEqualTo(200);
    }

    @Test
    void everythingIsServedByAnIndex() {
        String id = Api.open(student, "Indexed");
        IntStream.range(0, 5).forEach(number -> Talk.say(student, id, "Comment"));

        List<Document> asked = Queries.of("timeline", () -> {
            Talk.all(Talk.timeline(id), student, 2);
            Talk.all(Talk.timeline(id), MODERATOR, 2);
        });

        assertThat(asked).hasSizeGreaterThanOrEqualTo(10).allMatch(Queries::isServedByIndex, "served by an index");
        assertThat(asked).allSatisfy(profile -> assertThat(profile.getInteger("docsExamined"))
                .isLessThanOrEqualTo(3));
    }

    /** Each entry from its actor on, as JSON. */
    private static List<String> story(String id, Person reader) {
        return Talk.all(Talk.timeline(id), reader, 3).stream()
                .map(JsonNode::toString)
                .map(entry -> entry.substring(entry.indexOf("\"actor\":") + 8, entry.length() - 1))
                .toList();
    }

    private void change(String id, UnaryOperator<TicketChange> change) {
        assertThat(changing.change(id, IfMatch.of(null), ticket -> change.apply(TicketChange.of(ticket))))
                .isPresent();
    }

    private static String person(Person person) {
        return "{\"kind\":\"person\",\"id\":\"%s\"}".formatted(person.id());
    }

    private static String idOf(JsonNode entry) {
        return entry.path("id").asText();
    }
}
