package io.ticketing.ticket.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.Talk;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A ticket that somebody may not see is as good as none, whatever he tries. */
@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class HiddenCommentsTest {

    private static final Person STRANGER = Person.student();

    @ParameterizedTest
    @MethodSource("attempts")
    void aTicketOfSomebodyElseIsAsGoodAsNone(Function<String, Answer> attempt) {
        String id = Api.open(Person.student(), "Secret");
        String nothing = new ObjectId().toHexString();

        Answer hidden = attempt.apply(id);
        Answer unknown = attempt.apply(nothing);
        Answer malformed = attempt.apply("x");

        assertThat(hidden.status()).isEqualTo(404);
        assertThat(comparable(hidden, id)).isEqualTo(comparable(unknown, nothing));
        assertThat(comparable(malformed, "x")).isEqualTo(comparable(unknown, nothing));
        assertThat(headersOf(hidden)).isEqualTo(headersOf(unknown));
    }

    static Stream<Function<String, Answer>> attempts() {
        return Stream.of(
                id -> Talk.say(STRANGER, id, "Hello?"),
                id -> Talk.sayInternally(STRANGER, id, "Hello?"),
                id -> Talk.sayIfMatch("\"7\"", STRANGER, id, "Hello?"),
                id -> Api.get(Talk.comments(id), STRANGER),
                id -> Api.get(Talk.comments(id) + "?limit=0", STRANGER),
                id -> Api.get(Talk.comments(id) + "?cursor=x", STRANGER),
                id -> Api.get(Talk.timeline(id), STRANGER),
                id -> Api.get(Talk.timeline(id) + "?limit=0", STRANGER),
                id -> Api.get(Talk.timeline(id) + "?cursor=x", STRANGER));
    }

    @Test
    void nothingIsKeptOfWhatAStrangerTried() {
        Person student = Person.student();
        String id = Api.open(student, "Secret");

        Talk.say(STRANGER, id, "Hello?");

        assertThat(Talk.bodies(student, id)).isEmpty();
        assertThat(Talk.all(Talk.timeline(id), student, 100)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "%00", "%7B%22$ne%22:null%7D", "66F0C0FFEE0123456789ABCD0", "%F0%9F%A6%89"})
    void aMalformedIdIsLikeAnUnknownOne(String id) {
        for (Person caller : List.of(STRANGER, Person.admin())) {
            for (Answer answer : List.of(
                    Talk.say(caller, id, "Hello?"),
                    Api.get(Talk.comments(id), caller),
                    Api.get(Talk.timeline(id), caller))) {
                assertThat(answer.status()).as(answer.body()).isEqualTo(404);
                assertThat(answer.json().path("detail").asText()).isEqualTo("There is nothing here.");
            }
        }
    }

    private static String comparable(Answer answer, String id) {
        String traceId = answer.json().path("traceId").asText();
        assertThat(traceId).isNotEmpty();
        return answer.body().replace("/" + id + "/", "/ID/").replace(traceId, "TRACE");
    }

    private static Object headersOf(Answer answer) {
        return answer.response().headers().map();
    }
}
