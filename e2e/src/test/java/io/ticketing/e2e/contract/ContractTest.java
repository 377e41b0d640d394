package io.ticketing.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the contract notices what it is there for. */
class ContractTest {

    private static final String THING = "{\"name\":\"a\",\"owner\":null,\"at\":\"2026-11-29T08:00:00Z\"}";
    private static final Map<String, String> PROBLEM = Map.of("content-type", "application/problem+json");
    private static final Map<String, String> JSON =
            Map.of("content-type", "application/json;charset=UTF-8", "etag", "\"1\"");

    private final Contract contract = new Contract(description());

    @Test
    void whatIsAsDescribedIsFine() {
        assertThat(contract.faults(answer("GET", "/api/things/1?x=y", 200, JSON, THING)))
                .isEmpty();
        assertThat(contract.faults(answer("HEAD", "/api/things/1", 200, JSON, "")))
                .isEmpty();
    }

    @Test
    void aPathWithoutVariablesGoesFirst() {
        assertThat(contract.faults(answer("GET", "/api/things/none", 204, Map.of(), "")))
                .isEmpty();
        assertThat(contract.faults(answer("GET", "/api/things/1", 204, Map.of(), "")))
                .singleElement()
                .asString()
                .contains("status");
    }

    @ParameterizedTest
    @CsvSource({"PUT, /api/things/1, 200", "GET, /api/others, 200"})
    void whatIsNotDescribedHasToBeRefused(String method, String path, int status) {
        assertThat(contract.faults(answer(method, path, status, JSON, THING))).isNotEmpty();
        assertThat(contract.faults(answer(method, path, 405, PROBLEM, "{}"))).isEmpty();
        assertThat(contract.faults(answer(method, path, 405, JSON, THING))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"a\",\"at\":\"2026-11-29T08:00:00Z\"}                          | owner",
                "{\"name\":null,\"owner\":null,\"at\":\"2026-11-29T08:00:00Z\"}            | name",
                "{\"name\":\"a\",\"owner\":\"b\",\"at\":\"2026-11-29T08:00:00Z\",\"more\":1} | more",
                "{\"name\":\"a\",\"owner\":null,\"at\":\"today\"}                          | at"
            })
    void anAnswerHasWhatIsDescribedAndNothingElse(String body, String fault) {
        assertThat(contract.faults(answer("GET", "/api/things/1", 200, JSON, body)))
                .singleElement()
                .asString()
                .contains(fault);
    }

    @Test
    void mediaTypeAndHeadersAreAsDescribed() {
        assertThat(contract.faults(
                        answer("GET", "/api/things/1", 200, Map.of("content-type", "application/json"), THING)))
                .singleElement()
                .asString()
                .contains("ETag");
        assertThat(contract.faults(answer(
                        "GET", "/api/things/1", 200, Map.of("content-type", "text/html", "etag", "\"1\""), "<p>")))
                .singleElement()
                .asString()
                .contains("text/html");
        assertThat(contract.faults(answer("GET", "/api/things/none", 204, Map.of(), "{}")))
                .singleElement()
                .asString()
                .contains("body");
    }

    @Test
    void aRequestThatSucceedsFitsItsDescriptionAndMayHoldMore() {
        assertThat(contract.faults(new Exchange("POST", "/api/things", "{\"name\":\"\"}", 201, JSON, THING)))
                .singleElement()
                .asString()
                .contains("request");
        assertThat(contract.faults(
                        new Exchange("POST", "/api/things", "{\"name\":\"a\",\"more\":1}", 201, JSON, THING)))
                .isEmpty();
    }

    private static Exchange answer(String method, String path, int status, Map<String, String> headers, String body) {
        return new Exchange(method, path, "", status, headers, body);
    }

    private static JsonNode description() {
        try {
            return new ObjectMapper().readTree("""
                    {"openapi":"3.1.0",
                     "paths":{
                       "/api/things/{id}":{"get":{"responses":{"200":{"$ref":"#/components/responses/Thing"}}}},
                       "/api/things/none":{"get":{"responses":{"204":{"description":"nothing"}}}},
                       "/api/things":{"post":{
                         "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/NewThing"}}}},
                         "responses":{"201":{"$ref":"#/components/responses/Thing"}}}}},
                     "components":{
                       "responses":{"Thing":{
                         "headers":{"ETag":{"required":true,"schema":{"type":"string"}}},
                         "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}}},
                       "schemas":{
                         "NewThing":{"type":"object","properties":{"name":{"type":"string","minLength":1}}},
                         "Thing":{"type":"object","required":["name","owner","at"],"properties":{
                           "name":{"type":"string"},
                           "owner":{"anyOf":[{"type":"string"},{"type":"null"}]},
                           "at":{"type":"string","format":"date-time"}}}}}}""");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
