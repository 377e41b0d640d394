package io.ticketing.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/** What clients send by mistake or on purpose, and what they must be told. */
public final class BadInput {

    private static final Object MISSING = "(missing)";

    private BadInput() {}

    /** What is wrong wherever a text belongs. */
    public static Stream<Arguments> ofText(String field, boolean required) {
        return Stream.concat(
                required ? of(field, MISSING, null) : Stream.of(),
                of(
                        field,
                        "",
                        "   \u00a0  \u2003 ",
                        12345678,
                        true,
                        List.of("text text"),
                        singleNull("$ne"),
                        "x".repeat(40_000),
                        "bell \u0007 bell",
                        "c1 \u0085 c1 c1",
                        "del \u007f del del",
                        "half \ud83d half"));
    }

    /** What is wrong where skills belong. */
    public static Stream<Arguments> ofSkills() {
        return of(
                "skills",
                "java",
                1,
                List.of(),
                List.of(1),
                List.of(" "),
                Arrays.asList("java", null),
                List.of("s".repeat(41)),
                List.of("tab\tbed"),
                Collections.nCopies(21, "java"),
                singleNull("$ne"));
    }

    /** Values of one field. */
    public static Stream<Arguments> of(String field, @Nullable Object... values) {
        return Arrays.stream(values).map(value -> Arguments.of(field, value));
    }

    /** Sends the good body with one field spoilt; the answer must be a 400 that names the field. */
    public static void namesTheField(String path, Map<String, Object> good, String field, @Nullable Object value) {
        namesTheField(given(), path, good, field, value);
    }

    /** The same, as the caller that the request carries. */
    public static void namesTheField(
            RequestSpecification as, String path, Map<String, Object> good, String field, @Nullable Object value) {
        namesTheField(as, Method.POST, path, good, field, value);
    }

    /** The same with another method. */
    public static void namesTheField(
            RequestSpecification as,
            Method method,
            String path,
            Map<String, Object> good,
            String field,
            @Nullable Object value) {
        Map<String, Object> body = new HashMap<>(good);
        if (MISSING.equals(value)) {
            body.remove(field);
        } else {
            body.put(field, value);
        }
        Response answer = as.contentType("application/json").body(json(body)).request(method, path);
        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("success", is(false))
                .body("statusCode", is(400))
                .body("instance", is(path))
                .body("errors.field", hasItem(startsWith(field)));
        tellsNothingOfTheInside(answer);
    }

    /** Bodies that are no JSON object at all. */
    public static void refusesWhatIsNoJson(String path, String token) {
        refusesWhatIsNoJson(Method.POST, path, token);
        refused(Method.POST, path, token, "application/json", bytes(""), 400);
        refused(Method.POST, path, token, "application/json", bytes("null"), 400);
    }

    /** The same with a method that may do without a body. */
    public static void refusesWhatIsNoJson(Method method, String path, String token) {
        refused(method, path, token, "application/json", bytes("[]"), 400);
        refused(method, path, token, "application/json", bytes("\"text\""), 400);
        refused(method, path, token, "application/json", bytes("{\"email\":"), 400);
        refused(method, path, token, "application/json", bytes("{} {}"), 400);
        refused(method, path, token, "application/json", bytes("{\"email\":\"a\",\"email\":\"b\"}"), 400);
        refused(method, path, token, "application/json", brokenUtf8(), 400);
        refused(
                method,
                path,
                token,
                "application/json",
                bytes("{\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}"),
                400);
        refused(method, path, token, "application/json", bytes("{\"x\":\"" + "x".repeat(65 * 1024) + "\"}"), 413);
        refused(method, path, token, "text/plain", bytes("{}"), 415);
        refused(method, path, token, "application/x-www-form-urlencoded", bytes("email=a"), 415);
        refused(method, path, token, "application/xml", bytes("<a/>"), 415);
    }

    private static void refused(Method method, String path, String token, String mediaType, byte[] body, int status) {
        RequestSpecification request = given().config(RestAssured.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(mediaType, ContentType.BINARY)
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)));
        Response answer = (token.isEmpty() ? request : request.auth().oauth2(token))
                .contentType(mediaType)
                .body(body)
                .request(method, path);
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", is(status))
                .body("success", is(false));
        tellsNothingOfTheInside(answer);
    }

    private static void tellsNothingOfTheInside(Response answer) {
        assertThat(answer.asString())
                .doesNotContain("io.ticketing", "com.fasterxml", "java.", "jakarta", "Exception", "\tat ", "<html");
    }

    /** As JSON, in ASCII, since half a surrogate pair has no UTF-8. */
    public static String json(Map<String, Object> body) {
        try {
            return JsonMapper.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build()
                    .writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] brokenUtf8() {
        return "{\"email\":\"\u00ff\u00fe\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable Object> singleNull(String name) {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put(name, null);
        return map;
    }
}
