package io.ticketing.auth;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody whom no other test knows, and what he can do over HTTP. */
public record Person(String username, String email, String password) {

    /** The answers that everybody gives. */
    public static final Map<String, String> ANSWERS =
            Map.of("interest", "Networks", "experience", "Three years", "source", "A friend", "work", "University");

    /** A new person. */
    public static Person unknown() {
        String name = "p-" + UUID.randomUUID().toString().substring(0, 20);
        return new Person(name, name + "@example.org", "correct horse battery");
    }

    /** A JSON request. */
    public static RequestSpecification json(Object body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    /** What this person sends to register. */
    public Map<String, Object> registration() {
        return new HashMap<>(Map.of("username", username, "email", email, "password", password));
    }

    /** Registers. */
    public Response register() {
        return json(registration()).post("/api/v1/auth/register");
    }

    /** Registers, and answers the token. */
    public String registered() {
        return register().then().statusCode(201).extract().path("token");
    }

    /** Logs in. */
    public Response login() {
        return json(Map.of("email", email, "password", password)).post("/api/v1/auth/login");
    }

    /** Submits onboarding. */
    public static Response onboard(String token, String role) {
        return onboard(token, Map.of("role", role, "answers", ANSWERS));
    }

    /** Submits onboarding with skills. */
    public static Response onboard(String token, String role, List<String> skills) {
        return onboard(token, Map.of("role", role, "answers", ANSWERS, "skills", skills));
    }

    private static Response onboard(String token, Map<String, Object> body) {
        return json(body).auth().oauth2(token).post("/api/v1/onboarding/submit");
    }

    /** Asks something with a token. */
    public static Response get(String token, String path) {
        return given().auth().oauth2(token).get(path);
    }
}
