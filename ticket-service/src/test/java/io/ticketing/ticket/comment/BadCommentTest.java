package io.ticketing.ticket.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.Talk;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class BadCommentTest {

    private static final Person STUDENT = Person.student();
    private static final Person MODERATOR = Person.moderator();

    @ParameterizedTest
    @MethodSource
    void aWrongFieldIsNamedAndNothingIsKept(String body, String field) {
        String id = Api.open(STUDENT, "Bad");

        for (Person author : new Person[] {STUDENT, MODERATOR}) {
            assertRefused(Api.post(Talk.comments(id), author, body), field);
        }

        assertThat(Talk.bodies(MODERATOR, id)).isEmpty();
        assertThat(Api.get(Api.GET + id, STUDENT).data().path("version").asInt())
                .isEqualTo(1);
    }

    static Stream<Arguments> aWrongFieldIsNamedAndNothingIsKept() {
        return Stream.of(
                arguments("{}", "body"),
                arguments("{\"body\":null}", "body"),
                arguments("{\"body\":7}", "body"),
                arguments("{\"body\":true}", "body"),
                arguments("{\"body\":[\"a\"]}", "body"),
                arguments("{\"body\":{\"$ne\":null}}", "body"),
                arguments("{\"body\":\"\"}", "body"),
                arguments("{\"body\":\" \\n\\u00a0\\u3000\"}", "body"),
                arguments("{\"body\":\"" + "x".repeat(10_001) + "\"}", "body"),
                arguments("{\"body\":\"nul \\u0000\"}", "body"),
                arguments("{\"body\":\"escape \\u001b[31m\"}", "body"),
                arguments("{\"body\":\"del \\u007f\"}", "body"),
                arguments("{\"body\":\"c1 \\u0085\"}", "body"),
                arguments("{\"body\":\"lone \\ud800\"}", "body"),
                arguments("{\"body\":\"b\",\"internal\":\"true\"}", "internal"),
                arguments("{\"body\":\"b\",\"internal\":1}", "internal"),
                arguments("{\"body\":\"b\",\"internal\":\"\"}", "internal"),
                arguments("{\"body\":\"b\",\"internal\":[]}", "internal"),
                arguments("", "body"),
                arguments("null", "body"),
                arguments("[]", "body"),
                arguments("\"text\"", "body"),
                arguments("body=text", "body"),
                arguments("{\"body\":\"b\"", "body"),
                arguments("{\"body\":\"b\"}{}", "body"),
                arguments("{\"body\":\"a\",\"body\":\"b\"}", "body"));
    }

    @Test
    void moreThan64KibIsTooLarge() {
        String id = Api.open(STUDENT, "Large");

        Answer answer =
                Api.post(Talk.comments(id), STUDENT, "{\"body\":\"b\",\"x\":\"" + "x".repeat(65 * 1024) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(Talk.bodies(STUDENT, id)).isEmpty();
    }

    @Test
    void anotherMediaTypeIsRefused() {
        String id = Api.open(STUDENT, "Type");
        byte[] body = "{\"body\":\"b\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(Api.post(Talk.comments(id), STUDENT, "text/plain", body).status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1", "W/1", "\"1\" \"2\"", "\"1\",", "abc"})
    void anIfMatchThatIsNoTagIsRefused(String tag) {
        String id = Api.open(STUDENT, "Tag");

        assertRefused(Talk.sayIfMatch(tag, STUDENT, id, "b"), "If-Match");
    }

    private static void assertRefused(Answer answer, String field) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.faultyFields()).as(answer.body()).containsExactly(field);
        assertThat(answer.body()).doesNotContain("io.ticketing", "java.", "jackson", "Exception", "\\tat ");
    }
}
