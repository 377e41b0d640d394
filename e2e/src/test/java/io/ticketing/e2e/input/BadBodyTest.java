package io.ticketing.e2e.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.Method;
import io.ticketing.e2e.people.Answer;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.Role;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of every body, wrong in every way: a problem that names the field, and never more. */
@PlayedIn(World.OFFLINE)
class BadBodyTest {
    private static final String JSON = "application/json";
    private static final int LIMIT = 64 * 1024;
    /** As a body where none is needed. */
    private static final Set<String> MEANS_NOTHING = Set.of("", "null");

    private final Scene scene;
    private final Person student;
    private final Person admin;

    BadBodyTest(Scene scene) {
        this.scene = scene;
        this.student = scene.casting().student();
        this.admin = scene.casting().admin();
        scene.secrets().keep(Form.MARK);
    }

    static Stream<Arguments> everyFieldWrongInEveryWay() {
        return Stream.of(Form.values()).flatMap(form -> form.fields().stream()
                .flatMap(field -> field.spoiled().stream())
                .map(spoiled -> Arguments.of(form, spoiled)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyFieldWrongInEveryWay")
    void aWrongValueIsAProblemThatNamesItsField(Form form, Spoiled spoiled) {
        Answer answer = send(form, form.body(spoiled));

        if (spoiled.isNamed()) {
            Problems.assertNames(answer, spoiled.field());
        } else {
            Problems.assertProblem(answer, 400);
        }
    }

    static Stream<Arguments> everyField() {
        return Stream.of(Form.values())
                .flatMap(form -> form.fields().stream().map(field -> Arguments.of(form, field.path())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyField")
    void aValueOfMoreThan64KibIsTooLarge(Form form, String field) {
        byte[] value = ('"' + "x".repeat(LIMIT + 1024) + '"').getBytes(StandardCharsets.US_ASCII);

        Answer answer = send(form, form.body(new Spoiled(field, "65 KiB", value, false)));

        Problems.assertProblem(answer, 413);
    }

    static Stream<Arguments> bodiesThatAreNoObject() {
        return Stream.of(Form.values()).flatMap(form -> Stream.of(
                        "",
                        " ",
                        "null",
                        "[]",
                        "\"text\"",
                        "17",
                        "{",
                        "{\"a\":}",
                        "{}}",
                        "{\"a\":1,\"a\":2}",
                        "not json")
                .filter(body -> form != Form.STATUS || !MEANS_NOTHING.contains(body.strip()))
                .map(body -> Arguments.of(form, body)));
    }

    @ParameterizedTest(name = "{0} <{1}>")
    @MethodSource("bodiesThatAreNoObject")
    void aBodyThatIsNoObjectIsAProblem(Form form, String body) {
        Answer answer = send(form, body.getBytes(StandardCharsets.UTF_8));

        Problems.assertProblem(answer, 400);
        assertThat(answer.json().path("errors")).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void aBodyThatIsNoJsonByItsMediaTypeIsRefused(Form form) {
        Problems.assertProblem(send(form, form.body(), "text/plain"), 415);
        Problems.assertProblem(send(form, form.body(), "application/xml"), 415);
    }

    private Answer send(Form form, byte[] body) {
        return send(form, body, JSON);
    }

    private Answer send(Form form, byte[] body, String mediaType) {
        String path = form.path().replace("{userId}", student.id());
        String token = (form.sender() == Role.ADMIN ? admin : student).token();
        return form.method() == Method.PATCH
                ? scene.api().patch(path, body, mediaType, token)
                : scene.api().post(path, body, mediaType, token);
    }
}
