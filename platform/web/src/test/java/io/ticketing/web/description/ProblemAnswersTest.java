package io.ticketing.web.description;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketing.web.WebTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@WebTest
class ProblemAnswersTest {

    @Test
    void everyOperationMayBeRefusedForItsRateAndForWhatIsAway() {
        description()
                .path("paths")
                .forEach(path -> path.forEach(operation -> assertThat(statuses(operation))
                        .as("%s", operation.path("operationId"))
                        .contains("429", "503")));
    }

    @Test
    void anOperationGetsTheFailuresThatItsInputCallsFor() {
        assertThat(statuses(operation("get", "/probe/parcels"))).containsExactly("200", "400", "429", "503");
        assertThat(statuses(operation("get", "/probe/time/{epochMillis}")))
                .containsExactly("200", "400", "404", "429", "503");
        assertThat(statuses(operation("get", "/probe/me"))).containsExactly("200", "401", "403", "429", "503");
        assertThat(statuses(operation("post", "/probe/parcels")))
                .containsExactly("200", "400", "409", "413", "415", "429", "503");
    }

    @Test
    void aFailureInCommonIsDescribedOnce() {
        JsonNode answer = response("get", "/probe/me", "401");

        assertThat(answer).hasToString("{\"$ref\":\"#/components/responses/Unauthorized\"}");
        JsonNode unauthorized =
                description().path("components").path("responses").path("Unauthorized");
        assertThat(unauthorized.path("description").asText()).isNotBlank();
        isProblem(unauthorized);
        isAlwaysThere(unauthorized, "WWW-Authenticate");
    }

    @Test
    void aFailureInItsOwnWordsIsAProblemToo() {
        JsonNode conflict = response("post", "/probe/parcels", "409");
        JsonNode away = response("post", "/probe/parcels", "503");

        assertThat(conflict.path("description").asText()).isEqualTo("It was sent before");
        isProblem(conflict);
        assertThat(away.path("description").asText()).isEqualTo("Nobody carries parcels at night");
        isProblem(away);
        isAlwaysThere(away, "Retry-After");
    }

    @Test
    void aHeaderThatASuccessNamesIsAlwaysThere() {
        isAlwaysThere(response("post", "/probe/parcels", "200"), "Location");
    }

    private static void isProblem(JsonNode response) {
        assertThat(response.path("content"))
                .hasToString("{\"application/problem+json\":{\"schema\":{\"$ref\":\"#/components/schemas/Problem\"}}}");
        assertThat(description()
                        .path("components")
                        .path("schemas")
                        .path("Problem")
                        .path("properties")
                        .properties())
                .extracting(Map.Entry::getKey)
                .contains("type", "errors", "traceId", "data");
    }

    private static void isAlwaysThere(JsonNode response, String header) {
        assertThat(response.path("headers").path(header).path("required").asBoolean())
                .isTrue();
    }

    private static List<String> statuses(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private static JsonNode response(String method, String path, String status) {
        return operation(method, path).path("responses").path(status);
    }

    private static JsonNode operation(String method, String path) {
        return description().path("paths").path(path).path(method);
    }

    private static JsonNode description() {
        return given().get("/q/openapi?format=json").as(JsonNode.class);
    }
}
