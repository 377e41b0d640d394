package io.ticketing.ticket.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Person;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class GetTicketTest {

    private static final List<String> OF_STAFF = List.of("summary", "helpfulNotes", "relatedSkills", "triage");

    @Test
    void theRequesterSeesTheTicketWithoutTheStaffFields() {
        Person student = Person.student();
        String id = Api.open(student, "Mine");

        Answer answer = Api.get(Api.GET + id, student);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).hasValue("\"1\"");
        assertThat(answer.data().fieldNames())
                .toIterable()
                .containsExactly(
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
    }

    @Test
    void staffSeeAnyTicketWithTheStaffFields() {
        String id = Api.open(Person.student(), "Theirs");

        for (Person staff : List.of(Person.moderator(), Person.admin())) {
            JsonNode ticket = Api.get(Api.GET + id, staff).data();

            assertThat(ticket.path("_id").asText()).isEqualTo(id);
            assertThat(ticket.fieldNames()).toIterable().containsAll(OF_STAFF);
        }
    }

    @Test
    void aTicketOfSomebodyElseIsAsGoodAsNone() {
        String id = Api.open(Person.student(), "Secret");
        String nothing = new ObjectId().toHexString();
        Person stranger = Person.student();

        Answer hidden = Api.get(Api.GET + id, stranger);
        Answer unknown = Api.get(Api.GET + nothing, stranger);

        assertThat(hidden.status()).isEqualTo(404);
        assertThat(comparable(hidden, id)).isEqualTo(comparable(unknown, nothing));
        assertThat(headersOf(hidden)).isEqualTo(headersOf(unknown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "0",
                "%00",
                "..%2f..%2fetc",
                "%7B%22$ne%22:null%7D",
                "66F0C0FFEE0123456789ABCD0",
                "%F0%9F%A6%89"
            })
    void aMalformedIdIsLikeAnUnknownOne(String id) {
        for (Person caller : List.of(Person.student(), Person.admin())) {
            Answer answer = Api.get(Api.GET + id, caller);

            assertThat(answer.status()).as(answer.body()).isEqualTo(404);
            assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.json().path("detail").asText()).isEqualTo("There is nothing here.");
        }
    }

    private static String comparable(Answer answer, String id) {
        String traceId = answer.json().path("traceId").asText();
        assertThat(traceId).isNotEmpty();
        return answer.body().replace(id, "ID").replace(traceId, "TRACE");
    }

    private static Object headersOf(Answer answer) {
        return answer.response().headers().map();
    }
}
