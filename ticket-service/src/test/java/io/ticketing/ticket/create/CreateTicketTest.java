package io.ticketing.ticket.create;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Bus;
import io.ticketing.ticket.Person;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class CreateTicketTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aStudentOpensATicketAndSeesItWithoutTheStaffFields() {
        Person student = Person.student();

        Answer answer =
                Api.create(student, "Login fails", "Since this morning.\n\tAlways.", List.of("#Network", "bug"));

        assertThat(answer.status()).isEqualTo(201);
        String id = answer.data().path("_id").asText();
        assertThat(id).matches("[0-9a-f]{24}");
        assertThat(answer.header("Location")).hasValue(Api.GET + id);
        String createdAt = answer.data().path("createdAt").asText();
        assertThat(createdAt).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(answer.body()).isEqualTo("""
                {"success":true,"statusCode":201,"message":"The ticket is open.","data":{"_id":"%1$s","title":"Login fails",\
                "description":"Since this morning.\\n\\tAlways.","hashtags":["network","bug"],"status":"active","priority":null,\
                "createdBy":{"_id":"%2$s","username":null,"email":null},"assignedTo":null,\
                "createdAt":"%3$s","updatedAt":"%3$s","version":1}}""".formatted(id, student.id(), createdAt));
    }

    @Test
    void staffWhoOpenATicketSeeTheStaffFields() {
        Person moderator = Person.moderator();

        Answer answer = Api.create(moderator, "Printer", "Out of paper.", List.of("printer"));

        assertThat(answer.status()).isEqualTo(201);
        JsonNode ticket = answer.data();
        assertThat(ticket.path("summary").isNull()).isTrue();
        assertThat(ticket.path("helpfulNotes").isNull()).isTrue();
        assertThat(ticket.path("relatedSkills").toString()).isEqualTo("[]");
        assertThat(ticket.path("triage").toString()).isEqualTo("""
                {"state":"pending","engine":null,"model":null,"confidence":null,"promptVersion":null,"reason":null,\
                "explanation":null,"updatedAt":%s}""".formatted(ticket.path("createdAt")));
    }

    @Test
    void openingATicketDoesNotTakeOnboarding() {
        assertThat(Api.create(Person.student().notOnboarded(), "Help", "Me", List.of("x"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void theFactTellsAllThatTriageNeeds() throws Exception {
        Person student = Person.student();
        Answer answer = Api.create(student, "Größe 🦉", "Zeile 1\r\nZeile 2", List.of("#A-b_1"));

        String id = answer.data().path("_id").asText();
        ConsumerRecord<String, byte[]> fact = Bus.factsOf(id, 1).getFirst();

        assertThat(Bus.header(fact, "ce_type")).isEqualTo("ticket/created");
        assertThat(Bus.header(fact, "ce_subject")).isEqualTo(id);
        assertThat(Bus.header(fact, "ce_sequence")).isEqualTo("1");
        assertThat(Bus.header(fact, "ce_source")).isEqualTo("/ticket-service");
        assertThat(Bus.header(fact, "ce_specversion")).isEqualTo("1.0");
        assertThat(Bus.fields(fact)).isEqualTo(Bus.goldenFields("ticket-created"));
        assertThat(JSON.readTree(fact.value())).isEqualTo(JSON.readTree("""
                {"ticketId":"%s","requesterId":"%s","title":"Größe 🦉","description":"Zeile 1\\r\\nZeile 2","hashtags":["a-b_1"]}\
                """.formatted(id, student.id())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "🦉 owl 👩‍👩‍👧‍👦 family",
                "מערכת הכרטיסים لا تعمل",
                "<script>alert('x')</script>",
                "${jndi:ldap://x} #{1+1} {{7*7}} %s %n",
                "  spaces around  ",
                "'; DROP TABLE tickets; --",
                "{\"$ne\": null}",
                "\\u0000 is typed, not sent",
                "e\u0301 stays decomposed"
            })
    void anyTextSurvivesUnchanged(String text) {
        Person student = Person.student();

        String id = Api.create(student, text, text, List.of("text"))
                .data()
                .path("_id")
                .asText();

        JsonNode ticket = Api.get(Api.GET + id, student).data();
        assertThat(ticket.path("title").asText()).isEqualTo(text);
        assertThat(ticket.path("description").asText()).isEqualTo(text);
    }

    @Test
    void theLongestTextsFit() {
        String title = "🦉".repeat(200);
        String description = "ü\n".repeat(5_000);
        List<String> hashtags = List.of("a".repeat(30), "#" + "b".repeat(30), "c", "4");

        Answer answer = Api.create(Person.student(), title, description, hashtags);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.data().path("title").asText()).isEqualTo(title);
        assertThat(answer.data().path("description").asText()).isEqualTo(description);
        assertThat(answer.data().path("hashtags")).hasSize(4);
    }

    @Test
    void unknownFieldsAreIgnored() {
        Answer answer = Api.post(Api.CREATE, Person.student(), """
                {"title":"t","description":"d","hashtags":["h"],"status":"closed","createdBy":"me","_id":"x","version":9}""");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.data().path("status").asText()).isEqualTo("active");
        assertThat(answer.data().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void namesAreShownOnceTheFactOfTheUserHasArrived() {
        Person student = Person.student();
        String id = Api.open(student, "Early");

        Bus.introduce(student);

        JsonNode createdBy = Api.get(Api.GET + id, student).data().path("createdBy");
        assertThat(createdBy.path("username").asText()).isEqualTo(student.username());
        assertThat(createdBy.path("email").asText()).isEqualTo(student.email());
    }
}
