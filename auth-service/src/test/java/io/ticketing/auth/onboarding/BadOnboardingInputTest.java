package io.ticketing.auth.onboarding;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.auth.BadInput;
import io.ticketing.auth.Person;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithMongo
@WithKafka
class BadOnboardingInputTest {

    private static final String SUBMIT = "/api/v1/onboarding/submit";
    private static final Map<String, Object> GOOD = Map.of("role", "student", "answers", Person.ANSWERS);
    private static @Nullable String token;

    static Stream<Arguments> submissions() {
        return Stream.of(
                        BadInput.ofText("role", true),
                        BadInput.of("role", "Student", "STUDENT", "root", 0),
                        BadInput.of("answers", null, "text", 1, List.of(), Map.of()),
                        BadInput.ofSkills())
                .flatMap(bad -> bad);
    }

    static Stream<Arguments> answers() {
        return Stream.of("interest", "experience", "source", "work")
                .flatMap(field -> Stream.concat(
                        BadInput.ofText(field, true), BadInput.of(field, "x".repeat(201), "line\nbreak")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("submissions")
    void aBadSubmissionNamesItsField(String field, @Nullable Object value) {
        BadInput.namesTheField(given().auth().oauth2(token()), SUBMIT, GOOD, field, value);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("answers")
    void aBadAnswerNamesItsField(String field, @Nullable Object value) {
        Map<String, Object> answers = new HashMap<>(Person.ANSWERS);
        answers.put(field, value);
        if ("(missing)".equals(value)) {
            answers.remove(field);
        }
        given().auth()
                .oauth2(token())
                .contentType("application/json")
                .body(BadInput.json(Map.of("role", "student", "answers", answers)))
                .post(SUBMIT)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("answers." + field));
    }

    @Test
    void aBodyThatIsNoJsonIsAProblem() {
        BadInput.refusesWhatIsNoJson(SUBMIT, token());
    }

    private static String token() {
        if (token == null) {
            token = Person.unknown().registered();
        }
        return token;
    }
}
