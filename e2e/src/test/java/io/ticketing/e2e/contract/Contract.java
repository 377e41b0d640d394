package io.ticketing.e2e.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the API says of itself, held against what happens. A call that the description does not know has to be refused; one that it knows is
 * answered with a described status, with the headers, the media type and exactly the members that are described. A request that succeeds
 * fits its description, too.
 */
public final class Contract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/api/";
    private static final String PROBLEM = "application/problem+json";

    private final Description description;
    private final Schemas requests;
    private final Schemas answers;

    /** The contract that an OpenAPI description makes. */
    public Contract(JsonNode description) {
        this.description = new Description(description);
        this.requests = Schemas.ofRequests(this.description.components());
        this.answers = Schemas.ofAnswers(this.description.components());
    }

    /** What the gateway at this address publishes. */
    public static Contract publishedAt(String gateway) {
        return new Contract(given().get(gateway + "/openapi")
                .then()
                .statusCode(200)
                .extract()
                .as(JsonNode.class));
    }

    /** Fails when an exchange is not as described; the failure says which and in what. */
    public void check(Exchange exchange) {
        assertThat(faults(exchange))
                .as("what of %s is not as the description says", exchange)
                .isEmpty();
    }

    List<String> faults(Exchange exchange) {
        if (exchange.method().equals("OPTIONS")) {
            return List.of();
        }
        return description
                .operation(exchange.method(), exchange.pathAlone())
                .map(operation -> faults(exchange, operation))
                .orElseGet(() -> exchange.path().startsWith(API) ? undescribed(exchange) : List.of());
    }

    /** What is refused where there is nothing is refused as everywhere. */
    private static List<String> undescribed(Exchange exchange) {
        if (exchange.isSuccess()) {
            return List.of("the operation is not described, and yet not refused");
        }
        boolean isProblem = exchange.method().equals("HEAD")
                || exchange.mediaType().filter(PROBLEM::equals).isPresent();
        return isProblem ? List.of() : List.of("the refusal is no " + PROBLEM);
    }

    private List<String> faults(Exchange exchange, JsonNode operation) {
        return description
                .response(operation, exchange.status())
                .map(response -> Stream.of(
                                sent(exchange, operation), headers(exchange, response), body(exchange, response))
                        .flatMap(List::stream)
                        .toList())
                .orElseGet(() -> List.of("the status is not described; the answer was " + exchange.body()));
    }

    private List<String> sent(Exchange exchange, JsonNode operation) {
        JsonNode schema = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return exchange.isSuccess() && !exchange.sent().isBlank() && !schema.isMissingNode()
                ? named("request", requests.faults(schema, read(exchange.sent())))
                : List.of();
    }

    private static List<String> headers(Exchange exchange, JsonNode response) {
        return response.path("headers").properties().stream()
                .filter(header -> header.getValue().path("required").asBoolean())
                .map(Map.Entry::getKey)
                .filter(name -> !exchange.headers().containsKey(name.toLowerCase(Locale.ROOT)))
                .map(name -> "the header " + name + " is missing")
                .toList();
    }

    private List<String> body(Exchange exchange, JsonNode response) {
        JsonNode content = response.path("content");
        if (exchange.method().equals("HEAD")) {
            return List.of();
        }
        if (content.isEmpty()) {
            return exchange.body().isEmpty() ? List.of() : List.of("there is a body, and none is described");
        }
        Optional<String> mediaType = exchange.mediaType().filter(content::has);
        if (mediaType.isEmpty()) {
            return List.of("the media type " + exchange.mediaType().orElse("(none)") + " is not described");
        }
        JsonNode schema = content.path(mediaType.get()).path("schema");
        return mediaType.get().endsWith("json")
                ? named("answer", answers.faults(schema, read(exchange.body())))
                : List.of();
    }

    private static List<String> named(String what, List<String> faults) {
        return faults.stream().map(fault -> what + " " + fault).toList();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new AssertionError("This is no JSON: " + text, wrong);
        }
    }
}
