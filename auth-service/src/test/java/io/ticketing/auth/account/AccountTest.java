package io.ticketing.auth.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.auth.Person;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
class AccountTest {

    private static final Set<String> STUDENT_FIELDS = Set.of(
            "_id",
            "id",
            "username",
            "email",
            "role",
            "status",
            "skills",
            "location",
            "bio",
            "onboardingCompleted",
            "userOnboardingCompleted",
            "onboardingCompletedAt",
            "onboardingData",
            "requestedRole",
            "createdAt",
            "updatedAt");

    @Test
    void registeringAnswersTheWholeShape() throws Exception {
        // Given
        Person ada = Person.unknown();
        Map<String, Object> registration = ada.registration();
        registration.put("skills", List.of("networking", "java"));

        // When
        var answer = Person.json(registration).post("/api/v1/auth/register");

        // Then
        answer.then()
                .statusCode(201)
                .contentType("application/json")
                .header("Cache-Control", containsString("no-store"))
                .body("success", is(true))
                .body("statusCode", is(201))
                .body("message", not(blankOrNullString()))
                .body("token", matchesPattern("[\\w-]+\\.[\\w-]+\\.[\\w-]+"))
                .body("data.token", equalTo(answer.path("token")))
                .body("data.user", equalTo(answer.path("user")))
                .body("user._id", matchesPattern("[0-9a-f]{24}"))
                .body("user.id", equalTo(answer.path("user._id")))
                .body("user.username", is(ada.username()))
                .body("user.email", is(ada.email()))
                .body("user.role", is("student"))
                .body("user.status", is("active"))
                .body("user.skills", is(List.of("networking", "java")))
                .body("user.onboardingCompleted", is(false))
                .body("user.userOnboardingCompleted", is(false))
                .body("user.onboardingCompletedAt", nullValue())
                .body("user.onboardingData", nullValue())
                .body("user.requestedRole", nullValue())
                .body("user.createdAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"))
                .body("user.updatedAt", equalTo(answer.path("user.createdAt")));
        JsonNode body = new ObjectMapper().readTree(answer.asString());
        Assertions.assertThat(names(body)).containsOnly("success", "statusCode", "message", "data", "token", "user");
        Assertions.assertThat(names(body.get("user"))).isEqualTo(new TreeSet<>(STUDENT_FIELDS));
    }

    @Test
    void loggingInTakesTheAddressHoweverItIsTyped() {
        // Given
        Person ada = Person.unknown();
        ada.registered();
        Person shouting = new Person(ada.username(), "  " + ada.email().toUpperCase(Locale.ROOT) + " ", ada.password());

        // When
        var answer = shouting.login();

        // Then
        answer.then()
                .statusCode(200)
                .body("success", is(true))
                .body("statusCode", is(200))
                .body("user.email", is(ada.email()))
                .body("data.user", equalTo(answer.path("user")))
                .body("data.token", equalTo(answer.path("token")));
    }

    @Test
    void aPersonMayAskWhoHeIs() {
        // Given
        Person ada = Person.unknown();
        String token = ada.registered();

        // When
        var answer = Person.get(token, "/api/v1/auth/me");

        // Then
        answer.then()
                .statusCode(200)
                .body("success", is(true))
                .body("statusCode", is(200))
                .body("authType", is("jwt"))
                .body("user.username", is(ada.username()))
                .body("data", equalTo(answer.path("user")));
    }

    @Test
    void nobodyIsWhoeverBringsNoToken() {
        given().get("/api/v1/auth/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"))
                .contentType("application/problem+json")
                .body("success", is(false))
                .body("status", is(401))
                .body("statusCode", is(401))
                .body("instance", is("/api/v1/auth/me"));
    }

    @Test
    void aTakenAddressIsRefusedHoweverItIsTyped() {
        // Given
        Person ada = Person.unknown();
        ada.registered();
        Person again = new Person("x" + ada.username(), ada.email().toUpperCase(Locale.ROOT), ada.password());

        // When
        var answer = again.register();

        // Then
        answer.then().statusCode(409).body("errors.field", is(List.of("email")));
    }

    @Test
    void aTakenNameIsRefusedHoweverItIsTyped() {
        // Given
        Person ada = Person.unknown();
        ada.registered();
        Person again = new Person(ada.username().toUpperCase(Locale.ROOT), "x" + ada.email(), ada.password());

        // When
        var answer = again.register();

        // Then
        answer.then()
                .statusCode(409)
                .body("errors.field", is(List.of("username")))
                .body("message", equalTo(answer.path("detail")));
    }

    @Test
    void whatIsNotAskedForHasNoEffect() {
        // Given
        Map<String, Object> registration = Person.unknown().registration();
        registration.putAll(Map.of(
                "_id",
                "000000000000000000000001",
                "role",
                "admin",
                "status",
                "inactive",
                "capacity",
                999,
                "onboardingCompleted",
                true));

        // When
        var answer = Person.json(registration).post("/api/v1/auth/register");

        // Then
        answer.then()
                .statusCode(201)
                .body("user.role", is("student"))
                .body("user.status", is("active"))
                .body("user._id", not("000000000000000000000001"))
                .body("user.onboardingCompleted", is(false));
    }

    @Test
    void anUnknownPathIsAProblemToo() {
        given().get("/api/v1/auth/nothing-here")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", is(404));
    }

    @Test
    void theApiIsDescribed() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths.keySet()", hasItem("/api/v1/auth/register"))
                .body("components.securitySchemes.bearer.scheme", is("bearer"))
                .body("paths.'/api/v1/auth/me'.get.security[0].keySet()", hasItem("bearer"));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
