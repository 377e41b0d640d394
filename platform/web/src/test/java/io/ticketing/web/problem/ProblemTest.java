package io.ticketing.web.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.ticketing.web.WebTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@WebTest
class ProblemTest {

    private static final String PARCELS = "/probe/parcels";
    private static final String GOOD = "{\"name\":\"books\",\"weight\":1}";

    @TestHTTPResource("/probe/parcels")
    URI parcels;

    @Test
    void aGoodParcelIsSentAndUnknownFieldsAreIgnored() {
        sending("""
                {"name":"books 📚","notes":"a\\n\\tb","speed":"very-fast","weight":10,"fragile":true,"labels":["a","b"],
                 "address":{"street":"High St"},"unknown":{"x":[1]}}""").then().statusCode(200).body("success", equalTo(true)).body("data", equalTo("books 📚"));
    }

    @Test
    void whatIsNotThereIs404() {
        problem(given().get("/nowhere"), 404);
        problem(given().get("/probe/nowhere"), 404);
    }

    @Test
    void aMethodThatIsNotThereIs405AndTheOthersAreNamed() {
        problem(given().delete(PARCELS), 405).header("Allow", "GET, HEAD, OPTIONS, POST");
        problem(given().request("TRACE", "/probe/act"), 405).header("Allow", "OPTIONS, POST");
        problem(given().post("/probe/time/1"), 405).header("Allow", "GET, HEAD, OPTIONS");
    }

    /** Its resource has a HEAD of its own, to refuse it. */
    @Test
    void aRefusedHeadIsNotNamedAmongTheMethods() {
        given().head("/probe/changing").then().statusCode(405).header("Allow", "GET, OPTIONS");
    }

    @Test
    void aHeadThatAResourceAnswersByItselfIsNamed() {
        given().head("/probe/endless").then().statusCode(200);
        given().options("/probe/endless").then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void optionsNamesTheMethodsOfThatAddressAlone() {
        given().options(PARCELS).then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS, POST");
        given().options("/probe/act").then().statusCode(204).header("Allow", "OPTIONS, POST");
        given().options("/probe/changing").then().statusCode(204).header("Allow", "GET, OPTIONS");
        problem(given().options("/probe/nowhere"), 404);
        problem(given().options("/nowhere"), 404);
    }

    @Test
    void anAnswerThatIsNotThereInThatTypeIs406() {
        problem(given().accept("text/csv").get(PARCELS), 406);
    }

    @Test
    void aBodyThatIsNotJsonByItsTypeIs415() {
        problem(given().contentType("text/plain").body(GOOD).post(PARCELS), 415);
        problem(given().contentType("application/xml").body("<a/>").post(PARCELS), 415);
    }

    @Test
    void aBodyThatSaysItIsTooLargeIs413() {
        String body = "{\"name\":\"" + "a".repeat(64 * 1024) + "\"}";

        problem(sending(body), 413);
    }

    @Test
    void aBodyThatDoesNotSayHowLargeItIsIs413AsWell() throws IOException, InterruptedException {
        byte[] body = ("{\"name\":\"" + "a".repeat(256 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(parcels)
                            .version(HttpClient.Version.HTTP_1_1)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");

            assertThat(answer.body()).contains("\"statusCode\":413", "64 KiB");
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsToldWithItsField(String field, String body) {
        problem(sending(body), 400).body("errors.field", hasItem(field));
    }

    static Stream<Arguments> faults() {
        String depth = "{\"name\":\"x\",\"weight\":1,\"unknown\":" + "[".repeat(100) + "]".repeat(100) + "}";
        return Stream.of(
                Arguments.of("body", ""),
                Arguments.of("body", "null"),
                Arguments.of("body", "{"),
                Arguments.of("body", "name=books"),
                Arguments.of("body", "[]"),
                Arguments.of("body", "\"text\""),
                Arguments.of("body", "7"),
                Arguments.of("body", GOOD + GOOD),
                Arguments.of("name", "{\"weight\":1}"),
                Arguments.of("weight", "{}"),
                Arguments.of("name", "{\"name\":null,\"weight\":1}"),
                Arguments.of("name", "{\"name\":7,\"weight\":1}"),
                Arguments.of("name", "{\"name\":true,\"weight\":1}"),
                Arguments.of("name", "{\"name\":{\"$ne\":null},\"weight\":1}"),
                Arguments.of("name", "{\"name\":[\"a\"],\"weight\":1}"),
                Arguments.of("name", "{\"name\":\"\",\"weight\":1}"),
                Arguments.of("name", "{\"name\":\" \\u00a0\\u3000\",\"weight\":1}"),
                Arguments.of("name", "{\"name\":\"a\\u0000b\",\"weight\":1}"),
                Arguments.of("name", "{\"name\":\"a\\nb\",\"weight\":1}"),
                Arguments.of("name", "{\"name\":\"a\\ud800b\",\"weight\":1}"),
                Arguments.of("name", "{\"name\":\"" + "a".repeat(21) + "\",\"weight\":1}"),
                Arguments.of("notes", "{\"name\":\"x\",\"weight\":1,\"notes\":\"a\\u0085b\"}"),
                Arguments.of("speed", "{\"name\":\"x\",\"weight\":1,\"speed\":\"fast\"}"),
                Arguments.of("speed", "{\"name\":\"x\",\"weight\":1,\"speed\":0}"),
                Arguments.of("speed", "{\"name\":\"x\",\"weight\":1,\"speed\":\"\"}"),
                Arguments.of("weight", "{\"name\":\"x\",\"weight\":11}"),
                Arguments.of("weight", "{\"name\":\"x\",\"weight\":\"1\"}"),
                Arguments.of("weight", "{\"name\":\"x\",\"weight\":null}"),
                Arguments.of("weight", "{\"name\":\"x\",\"weight\":1.5}"),
                Arguments.of("weight", "{\"name\":\"x\",\"weight\":99999999999}"),
                Arguments.of("pieces", "{\"name\":\"x\",\"weight\":1,\"pieces\":1.5}"),
                Arguments.of("pieces", "{\"name\":\"x\",\"weight\":1,\"pieces\":11.0}"),
                Arguments.of("pieces", "{\"name\":\"x\",\"weight\":1,\"pieces\":1e999999999}"),
                Arguments.of("pieces", "{\"name\":\"x\",\"weight\":1,\"pieces\":\"1\"}"),
                Arguments.of("pieces", "{\"name\":\"x\",\"weight\":1,\"pieces\":true}"),
                Arguments.of("fragile", "{\"name\":\"x\",\"weight\":1,\"fragile\":\"true\"}"),
                Arguments.of("fragile", "{\"name\":\"x\",\"weight\":1,\"fragile\":1}"),
                Arguments.of("labels", "{\"name\":\"x\",\"weight\":1,\"labels\":\"a\"}"),
                Arguments.of("labels", "{\"name\":\"x\",\"weight\":1,\"labels\":[\"a\",\"b\",\"c\"]}"),
                Arguments.of("labels[1]", "{\"name\":\"x\",\"weight\":1,\"labels\":[\"a\",7]}"),
                Arguments.of("labels[1]", "{\"name\":\"x\",\"weight\":1,\"labels\":[\"a\",null]}"),
                Arguments.of("labels[0]", "{\"name\":\"x\",\"weight\":1,\"labels\":[\"\"]}"),
                Arguments.of("address", "{\"name\":\"x\",\"weight\":1,\"address\":\"home\"}"),
                Arguments.of("address.street", "{\"name\":\"x\",\"weight\":1,\"address\":{}}"),
                Arguments.of("address.street", "{\"name\":\"x\",\"weight\":1,\"address\":{\"street\":{}}}"),
                Arguments.of("body", "{\"name\":\"x\",\"name\":\"y\",\"weight\":1}"),
                Arguments.of("body", depth));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2.0", "0.2e1", "null"})
    void aNumberIsWholeHoweverItIsWritten(String pieces) {
        sending("{\"name\":\"x\",\"weight\":1,\"pieces\":" + pieces + "}")
                .then()
                .statusCode(200);
    }

    @Test
    void allFieldsAtFaultAreToldAtOnce() {
        Response answer = sending("{\"name\":\"\",\"weight\":11,\"address\":{\"street\":\"\"}}");

        problem(answer, 400).body("errors.field", equalTo(List.of("address.street", "name", "weight")));
    }

    @Test
    void brokenUtf8Is400() throws IOException {
        byte[] body = "{\"name\":\"a?\",\"weight\":1}".getBytes(StandardCharsets.UTF_8);
        body[10] = (byte) 0xC3;

        problem(given().contentType("application/json").body(body).post(PARCELS), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"007b0000", "0000007bffffffff", "fffe00d8", "feff"})
    void whatLooksLikeAnotherEncodingIs400(String bytes) {
        byte[] body = HexFormat.of().parseHex(bytes);

        problem(given().contentType("application/json").body(body).post(PARCELS), 400)
                .body("errors.field", equalTo(List.of("body")));
    }

    @Test
    void aParameterAtFaultIsNamed() {
        problem(given().queryParam("limit", 101).get(PARCELS), 400).body("errors.field", hasItem("limit"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/probe/time/%",
                "/probe/time/%zz",
                "/probe/%00",
                "/probe/time/abc",
                "/probe/../..",
                "//",
                "/%2e%2e/%2f"
            })
    void aMalformedPathIsAProblemOfTheCaller(String path) throws IOException {
        String answer = sent("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 40[04] .*");
        assertThat(answer).doesNotContain("Exception", "io.ticketing", "<html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "x:99999", "[::1", "a b"})
    void aHostThatIsNoneIsAProblemOfTheCaller(String host) throws IOException {
        String answer = sent("GET /probe/parcels HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json", "\"statusCode\":400");
    }

    @Test
    void workThatIsRefusedAtShutdownMayBeTriedAgain() {
        problem(given().get("/probe/shutdown"), 503).header("Retry-After", equalTo("2"));
    }

    @Test
    void noCallerTurnsTracingOn() {
        given().header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .get("/probe/sampled")
                .then()
                .statusCode(200)
                .body("data", equalTo(false));
    }

    @Test
    void aLongAddressIsNoProblemByItself() {
        problem(
                        given().queryParam("x", "1".repeat(9_000))
                                .queryParam("limit", 101)
                                .get(PARCELS),
                        400)
                .body("errors.field", hasItem("limit"));
    }

    @Test
    void whatNobodyExpectedIs500AndTellsNothing() {
        Response answer = given().get("/probe/failure");

        problem(answer, 500);
        assertThat(answer.asString()).doesNotContain("Secret", "swordfish", "probe.Probe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"away", "slow", "contested"})
    void aDatabaseThatCannotAnswerNowIs503AndTellsNothing(String failure) {
        Response answer = given().get("/probe/database/" + failure);

        problem(answer, 503).header("Retry-After", equalTo("2"));
        assertThat(answer.asString()).doesNotContain("swordfish", "Mongo");
    }

    @Test
    void aCommandThatTheDatabaseRefusesIs500AndTellsNothing() {
        Response answer = given().get("/probe/database/refused");

        problem(answer, 500);
        assertThat(answer.asString()).doesNotContain("swordfish", "Mongo");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void whatWillPassSaysWhenToTryAgain(int status) {
        problem(given().get("/probe/status/" + status), status).header("Retry-After", equalTo("2"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_700_000_000_000L, 1_700_000_000_120L, 1_700_000_000_123L})
    void timesAlwaysHaveMilliseconds(long epochMillis) {
        given().get("/probe/time/" + epochMillis)
                .then()
                .statusCode(200)
                .body("data", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
    }

    private String sent(String request) throws IOException {
        try (Socket socket = new Socket(parcels.getHost(), parcels.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Response sending(String body) {
        return given().contentType("application/json").body(body).post(PARCELS);
    }

    private static ValidatableResponse problem(Response answer, int status) {
        assertThat(answer.asString()).doesNotContain("Exception", "io.ticketing", "jackson", "<html", "\tat ");
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"))
                .body("title", not(equalTo("")))
                .body("status", equalTo(status))
                .body("statusCode", equalTo(status))
                .body("success", equalTo(false))
                .body("message", equalTo(answer.path("detail")))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body("errors", notNullValue())
                .body("instance", startsWith("/"));
    }
}
