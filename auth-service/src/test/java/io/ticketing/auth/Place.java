package io.ticketing.auth;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Somewhere that requests come from, as the gateway writes it down. */
public record Place(String address) {

    /** A place where nobody has been. */
    public static Place unknown() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new Place("10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256));
    }

    /** A JSON request from here. */
    public RequestSpecification json(Object body) {
        return given().header("X-Forwarded-For", "198.51.100.7, " + address)
                .contentType(ContentType.JSON)
                .body(body);
    }

    /** That person logs in from here. */
    public Response login(Person person) {
        return json(Map.of("email", person.email(), "password", person.password()))
                .post("/api/v1/auth/login");
    }

    /** That person registers from here. */
    public Response register(Person person) {
        return json(person.registration()).post("/api/v1/auth/register");
    }
}
