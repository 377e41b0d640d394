package io.ticketing.ticket.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Person;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class BadTicketTest {

    private static final Person STUDENT = Person.student();

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void aWrongFieldIsNamed(String field, String value) {
        assertRefused(Api.post(Api.CREATE, STUDENT, bodyWith(field, value)), field);
    }

    static Stream<Arguments> aWrongFieldIsNamed() {
        return Stream.of(
                arguments("title", "null"),
                arguments("title", "7"),
                arguments("title", "true"),
                arguments("title", "[\"a\"]"),
                arguments("title", "{\"$ne\":null}"),
                arguments("title", "\"\""),
                arguments("title", "\"   \""),
                arguments("title", "\"\\u00a0\\u2003\\u3000\""),
                arguments("title", "\"" + "x".repeat(201) + "\""),
                arguments("title", "\"two\\nlines\""),
                arguments("title", "\"a\\tb\""),
                arguments("title", "\"nul \\u0000\""),
                arguments("title", "\"bell \\u0007\""),
                arguments("title", "\"del \\u007f\""),
                arguments("title", "\"c1 \\u0085\""),
                arguments("title", "\"lone \\ud800 surrogate\""),
                arguments("description", "null"),
                arguments("description", "1.5"),
                arguments("description", "{\"$gt\":\"\"}"),
                arguments("description", "\"\""),
                arguments("description", "\"\\n\\u00a0\\t\""),
                arguments("description", "\"" + "x".repeat(10_001) + "\""),
                arguments("description", "\"escape \\u001b[31m\""),
                arguments("description", "\"c1 \\u009f\""),
                arguments("description", "\"lone \\udc00\""),
                arguments("hashtags", "null"),
                arguments("hashtags", "\"bug\""),
                arguments("hashtags", "7"),
                arguments("hashtags", "{\"$ne\":null}"),
                arguments("hashtags", "[]"),
                arguments("hashtags", "[\"a\",\"b\",\"c\",\"d\",\"e\"]"),
                arguments("hashtags", "[null]"),
                arguments("hashtags", "[\"\"]"),
                arguments("hashtags", "[\"#\"]"),
                arguments("hashtags", "[\"##a\"]"),
                arguments("hashtags", "[\"-a\"]"),
                arguments("hashtags", "[\"_a\"]"),
                arguments("hashtags", "[\"a b\"]"),
                arguments("hashtags", "[\" a\"]"),
                arguments("hashtags", "[\"ä\"]"),
                arguments("hashtags", "[\"\u212a\"]"),
                arguments("hashtags", "[\"a\\n\"]"),
                arguments("hashtags", "[\"" + "a".repeat(31) + "\"]"),
                arguments("hashtags", "[\"a\",\"a\"]"),
                arguments("hashtags", "[\"a\",\"#A\"]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void anElementOfTheWrongTypeIsNamedWithItsPlace(String value) {
        Answer answer = Api.post(Api.CREATE, STUDENT, bodyWith("hashtags", value));

        assertRefused(answer, "hashtags[1]");
    }

    static Stream<String> anElementOfTheWrongTypeIsNamedWithItsPlace() {
        return Stream.of("[\"a\",7]", "[\"a\",{\"$ne\":null}]", "[\"a\",[\"b\"]]", "[\"a\",true]");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aBodyThatIsNoTicketIsRefused(String what, String body, String field) {
        assertRefused(Api.post(Api.CREATE, STUDENT, body), field);
    }

    static Stream<Arguments> aBodyThatIsNoTicketIsRefused() {
        String ticket = "{\"title\":\"t\",\"description\":\"d\",\"hashtags\":[\"h\"]}";
        return Stream.of(
                arguments("nothing", "", "body"),
                arguments("null", "null", "body"),
                arguments("a list", "[]", "body"),
                arguments("a text", "\"ticket\"", "body"),
                arguments("no JSON", "title=t", "body"),
                arguments("cut off", ticket.substring(0, 20), "body"),
                arguments("something behind", ticket + "{}", "body"),
                arguments("deep nesting", ticket.replace("}", ",\"x\":" + "[".repeat(5_000) + "}"), "body"),
                arguments("a field twice", ticket.replace("{", "{\"title\":\"first\","), "body"));
    }

    @Test
    void everyMissingFieldIsNamed() {
        Answer answer = Api.post(Api.CREATE, STUDENT, "{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.faultyFields()).containsExactly("description", "hashtags", "title");
    }

    @Test
    void brokenUtf8IsRefused() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"description\":\"d\",\"hashtags\":[\"h\"],\"title\":\"".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF});
        body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));

        assertRefused(Api.post(Api.CREATE, STUDENT, "application/json", body.toByteArray()), "title");
    }

    @Test
    void moreThan64KibIsTooLarge() {
        Answer answer = Api.post(Api.CREATE, STUDENT, bodyWith("x", "\"" + "x".repeat(65 * 1024) + "\""));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("statusCode").asInt()).isEqualTo(413);
    }

    @ParameterizedTest
    @MethodSource
    void aBodyOfAnotherMediaTypeIsRefused(String mediaType) {
        byte[] body = bodyWith("title", "\"t\"").getBytes(StandardCharsets.UTF_8);

        Answer answer = Api.post(Api.CREATE, STUDENT, mediaType, body);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    }

    static Stream<String> aBodyOfAnotherMediaTypeIsRefused() {
        return Stream.of("text/plain", "application/xml", "application/x-www-form-urlencoded");
    }

    private static void assertRefused(Answer answer, String field) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.faultyFields()).as(answer.body()).containsExactly(field);
        assertThat(answer.json().path("success").asBoolean(true)).isFalse();
        assertThat(answer.body()).doesNotContain("io.ticketing", "java.", "jackson", "Exception", "\\tat ");
    }

    private static String bodyWith(String field, String value) {
        return Stream.of("title", "description", "hashtags", field)
                .distinct()
                .map(name -> "\"" + name + "\":"
                        + (name.equals(field) ? value : name.equals("hashtags") ? "[\"h\"]" : "\"text\""))
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }
}
