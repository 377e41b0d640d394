package io.ticketing.ticket.comment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.Queries;
import io.ticketing.ticket.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class ListCommentsTest {

    private static final Person MODERATOR = Person.moderator();

    private final Person student = Person.student();

    @Test
    void aTicketWithoutCommentsHasAnEmptyPage() {
        String id = Api.open(student, "Silence");

        assertThat(Api.get(Talk.comments(id), student).body())
                .isEqualTo("{\"success\":true,\"statusCode\":200,\"message\":\"The comments.\",\"data\":[],"
                        + "\"page\":{\"limit\":50,\"nextCursor\":null}}");
    }

    @Test
    void pagesHoldEveryCommentOnceOldestFirst() {
        String id = Api.open(student, "Pages");
        List<String> said =
                IntStream.range(0, 7).mapToObj(number -> "Comment " + number).toList();
        said.forEach(body -> Talk.say(student, id, body));

        List<JsonNode> seen = Talk.all(Talk.comments(id), student, 3);

        assertThat(Talk.texts(seen, comment -> comment.path("body"))).isEqualTo(said);
    }

    @Test
    void commentsThatAreMadeMeanwhileMoveNothing() {
        String id = Api.open(student, "Meanwhile");
        IntStream.range(0, 4).forEach(number -> Talk.say(student, id, "Comment " + number));
        String cursor = Talk.nextCursor(Api.get(Talk.comments(id) + "?limit=2", student))
                .asText();

        Talk.say(MODERATOR, id, "Meanwhile");

        assertThat(Talk.texts(rest(id, cursor, student), comment -> comment.path("body")))
                .containsExactly("Comment 2", "Comment 3", "Meanwhile");
    }

    @Test
    void aPageOfTheRequesterIsFullWhateverLiesBetween() {
        String id = Api.open(student, "Between");
        for (int number = 0; number < 4; number++) {
            Talk.say(student, id, "Comment " + number);
            Talk.sayInternally(MODERATOR, id, "Note " + number);
        }

        Answer page = Api.get(Talk.comments(id) + "?limit=4", student);

        assertThat(Talk.texts(asList(page.data()), comment -> comment.path("body")))
                .containsExactly("Comment 0", "Comment 1", "Comment 2", "Comment 3");
        assertThat(Talk.nextCursor(page).isNull()).isTrue();
        assertThat(Talk.bodies(MODERATOR, id)).hasSize(8);
    }

    @Test
    void aCursorThatNoPageOfTheTicketGaveIsRefused() {
        String id = Api.open(student, "Mine");
        Talk.say(student, id, "Mine");
        String note =
                Talk.sayInternally(MODERATOR, id, "Note").data().path("_id").asText();
        String other = Api.open(student, "Other");
        String foreign = Talk.say(student, other, "Other").data().path("_id").asText();

        for (String cursor : List.of(note, foreign, new ObjectId().toHexString())) {
            assertRefused(Api.get(Talk.comments(id) + "?cursor=" + cursor, student), "cursor");
        }
        assertThat(Api.get(Talk.comments(id) + "?cursor=" + note, MODERATOR).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "null", "%00", "%7B%22$gt%22:1%7D", "MTIzNA"})
    void aCursorThatIsNoneIsRefused(String cursor) {
        String id = Api.open(student, "Cursor");

        assertRefused(Api.get(Talk.comments(id) + "?cursor=" + cursor, student), "cursor");
        assertRefused(Api.get(Talk.timeline(id) + "?cursor=" + cursor, student), "cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "", "ten", "1.5", "007", "99999999999999999999"})
    void anotherLimitIsRefused(String limit) {
        String id = Api.open(student, "Limit");

        assertRefused(Api.get(Talk.comments(id) + "?limit=" + limit, student), "limit");
        assertRefused(Api.get(Talk.timeline(id) + "?limit=" + limit, student), "limit");
    }

    @Test
    void everythingIsServedByAnIndex() {
        String id = Api.open(student, "Indexed");
        IntStream.range(0, 5).forEach(number -> Talk.say(student, id, "Comment " + number));
        Talk.sayInternally(MODERATOR, id, "Note");

        List<Document> asked = Queries.of("comments", () -> {
            Talk.all(Talk.comments(id), student, 2);
            Talk.all(Talk.comments(id), MODERATOR, 2);
            Talk.say(student, id, "Last");
        });

        assertThat(asked).hasSizeGreaterThanOrEqualTo(10).allMatch(Queries::isServedByIndex, "served by an index");
        assertThat(asked).allSatisfy(profile -> assertThat(profile.getInteger("docsExamined"))
                .isLessThanOrEqualTo(3));
    }

    private static List<JsonNode> rest(String id, String cursor, Person reader) {
        return asList(Api.get(Talk.comments(id) + "?cursor=" + cursor, reader).data());
    }

    private static List<JsonNode> asList(JsonNode array) {
        List<JsonNode> entries = new ArrayList<>();
        array.forEach(entries::add);
        return entries;
    }

    private static void assertRefused(Answer answer, String parameter) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.faultyFields()).containsExactly(parameter);
    }
}
