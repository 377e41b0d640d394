package io.ticketing.e2e.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketing.e2e.people.Answer;
import java.util.List;

/** What every refusal looks like, whoever gives it. */
public final class Problems {
    private static final List<String> OF_THE_INSIDE = List.of(
            "Exception",
            "java.",
            "javax.",
            "jakarta.",
            "io.ticketing",
            "io.quarkus",
            "com.fasterxml",
            "\tat ",
            "<html",
            "<!doctype");

    private Problems() {}

    /** Fails unless the answer is a problem with this status that tells nothing of the inside. */
    public static void assertProblem(Answer answer, int status) {
        answer.expect(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("type").asText()).isEqualTo("about:blank");
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("statusCode").asInt()).isEqualTo(status);
        assertThat(problem.path("success").isBoolean()).isTrue();
        assertThat(problem.path("success").booleanValue()).isFalse();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("message")).isEqualTo(problem.path("detail"));
        assertThat(problem.path("instance").asText()).startsWith("/");
        assertThat(problem.path("errors").isArray()).isTrue();
        assertThat(problem.path("traceId").asText()).isNotBlank();
        assertTellsNothingOfTheInside(answer);
    }

    /** Fails unless the answer is a 400 that names the field, or a place within it. */
    public static void assertNames(Answer answer, String field) {
        assertProblem(answer, 400);
        assertThat(answer.json().path("errors").valueStream())
                .as("errors of %s", answer.body())
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.path("message").asText()).isNotBlank())
                .anySatisfy(error -> assertThat(error.path("field").asText()).startsWith(field));
    }

    /** Fails if the answer names a class, shows a stack trace or is a page. */
    public static void assertTellsNothingOfTheInside(Answer answer) {

        OF_THE_INSIDE.forEach(inside -> assertThat(answer.body()).doesNotContainIgnoringCase(inside));
    }
}
