package io.ticketing.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What existing clients read: each name, and what stands there. */
@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class ShapesTest {

    private static final List<String> OF_REQUESTER = List.of(
            "_id",
            "title",
            "description",
            "hashtags",
            "status",
            "priority",
            "createdBy",
            "assignedTo",
            "createdAt",
            "updatedAt",
            "version");
    private static final List<String> OF_STAFF = Stream.concat(
                    OF_REQUESTER.stream(), Stream.of("summary", "helpfulNotes", "relatedSkills", "triage"))
            .toList();
    private static final List<String> OF_TRIAGE =
            List.of("state", "engine", "model", "confidence", "promptVersion", "reason", "explanation", "updatedAt");
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    private final Person student = Person.student();
    private final Person moderator = Person.moderator();

    @Test
    void aTicketLooksTheSameWhereverItsRequesterSeesIt() {
        Answer created = Api.create(student, "Login fails", "Since this morning.", List.of("#Login"));
        JsonNode ticket = created.data();

        assertThat(names(created.json())).containsExactlyInAnyOrder("success", "statusCode", "message", "data");
        assertThat(created.json().path("success").isBoolean()).isTrue();
        assertThat(created.json().path("statusCode").isInt()).isTrue();
        assertThat(names(ticket)).containsExactlyInAnyOrderElementsOf(OF_REQUESTER);
        assertHoldsWhatIsPromised(ticket);
        assertThat(Api.get(Api.GET + id(ticket), student).data()).isEqualTo(ticket);
        assertThat(Api.get(Api.LIST, student).data().path(0)).isEqualTo(ticket);
    }

    @Test
    void staffSeeMoreOfATicketAndTheSameWhereverTheySeeIt() {
        JsonNode ticket = Api.create(moderator, "Printer", "Out of paper.", List.of("printer"))
                .data();

        assertThat(names(ticket)).containsExactlyInAnyOrderElementsOf(OF_STAFF);
        assertHoldsWhatIsPromised(ticket);
        assertThat(ticket.get("summary").isNull()).isTrue();
        assertThat(ticket.get("helpfulNotes").isNull()).isTrue();
        assertThat(ticket.get("relatedSkills").isArray()).isTrue();
        assertThat(names(ticket.get("triage"))).containsExactlyInAnyOrderElementsOf(OF_TRIAGE);
        assertThat(ticket.get("triage").get("state").asText()).isEqualTo("pending");
        assertThat(ticket.get("triage").get("updatedAt").asText()).matches(TIME);
        assertThat(Api.get(Api.GET + id(ticket), moderator).data()).isEqualTo(ticket);
        assertThat(Api.get(Api.LIST + "?createdBy=" + moderator.id(), Person.admin())
                        .data()
                        .path(0))
                .isEqualTo(ticket);
    }

    @Test
    void aListHasItsBareEntriesAndAPage() {
        Api.open(student, "One");
        Api.open(student, "Two");

        JsonNode list = Api.get(Api.LIST + "?limit=1", student).json();
        JsonNode rest = Api.get(
                        Api.LIST + "?limit=1&cursor="
                                + list.path("page").path("nextCursor").asText(),
                        student)
                .json();

        assertThat(names(list)).containsExactlyInAnyOrder("success", "statusCode", "message", "data", "page");
        assertThat(list.get("data").isArray()).isTrue();
        assertThat(list.get("data")).hasSize(1);
        assertThat(names(list.get("page"))).containsExactlyInAnyOrder("limit", "nextCursor");
        assertThat(list.get("page").get("limit").isInt()).isTrue();
        assertThat(list.get("page").get("nextCursor").isTextual()).isTrue();
        assertThat(names(rest.get("page"))).containsExactlyInAnyOrder("limit", "nextCursor");
        assertThat(rest.get("page").get("nextCursor").isNull()).isTrue();
    }

    @Test
    void aPersonHasAnIdAndANameAndAnAddress() {
        Bus.introduce(student);

        JsonNode person =
                Api.create(student, "Hello", "It is me.", List.of("me")).data().get("createdBy");

        assertThat(names(person)).containsExactlyInAnyOrder("_id", "username", "email");
        assertThat(person.get("_id").asText()).isEqualTo(student.id());
        assertThat(person.get("username").asText()).isEqualTo(student.username());
        assertThat(person.get("email").asText()).isEqualTo(student.email());
    }

    @Test
    void aProblemHasAllItsMembers() {
        JsonNode problem = Api.get(Api.LIST + "?limit=0", student).json();

        assertThat(names(problem))
                .containsExactlyInAnyOrder(
                        "type",
                        "title",
                        "status",
                        "detail",
                        "instance",
                        "success",
                        "statusCode",
                        "message",
                        "errors",
                        "traceId");
        assertThat(problem.get("success").asBoolean(true)).isFalse();
        assertThat(problem.get("message")).isEqualTo(problem.get("detail"));
        assertThat(names(problem.get("errors").path(0))).containsExactlyInAnyOrder("field", "message");
    }

    private static void assertHoldsWhatIsPromised(JsonNode ticket) {
        assertThat(id(ticket)).matches("[0-9a-f]{24}");
        assertThat(ticket.get("title").isTextual()).isTrue();
        assertThat(ticket.get("description").isTextual()).isTrue();
        assertThat(ticket.get("hashtags").isArray()).isTrue();
        assertThat(ticket.get("status").asText()).isEqualTo("active");
        assertThat(ticket.get("priority").isNull()).isTrue();
        assertThat(names(ticket.get("createdBy"))).containsExactlyInAnyOrder("_id", "username", "email");
        assertThat(ticket.get("assignedTo").isNull()).isTrue();
        assertThat(ticket.get("createdAt").asText()).matches(TIME);
        assertThat(ticket.get("updatedAt")).isEqualTo(ticket.get("createdAt"));
        assertThat(ticket.get("version").isInt()).isTrue();
    }

    private static String id(JsonNode ticket) {
        return ticket.path("_id").asText();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
