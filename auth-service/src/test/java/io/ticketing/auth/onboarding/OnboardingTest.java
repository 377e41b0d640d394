package io.ticketing.auth.onboarding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.auth.Person;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.web.caller.SessionCookie;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
class OnboardingTest {

    @Test
    void aStudentIsOneAtOnce() {
        // Given
        Map<String, Object> registration = Person.unknown().registration();
        registration.put("skills", List.of("java"));
        String token = Person.json(registration).post("/api/v1/auth/register").path("token");

        // When
        var answer = Person.onboard(token, "student");

        // Then
        answer.then()
                .statusCode(200)
                .body("success", is(true))
                .body("statusCode", is(200))
                .body("token", not(token))
                .body("data.token", equalTo(answer.path("token")))
                .body("data.user", equalTo(answer.path("user")))
                .body("user.role", is("student"))
                .body("user.requestedRole", nullValue())
                .body("user.skills", is(List.of("java")))
                .body("user.onboardingCompleted", is(true))
                .body("user.userOnboardingCompleted", is(true))
                .body("user.onboardingData", equalTo(Person.ANSWERS))
                .body(
                        "user.onboardingCompletedAt",
                        matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"))
                .body("user", not(hasKey("capacity")))
                .body("user", not(hasKey("availability")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"moderator", "admin"})
    void aHigherRoleWaitsForApproval(String role) {
        // Given
        String token = Person.unknown().registered();

        // When
        var answer = Person.onboard(token, role, List.of("networking", "printers"));

        // Then
        answer.then()
                .statusCode(200)
                .body("user.role", is("student"))
                .body("user.requestedRole", is(role))
                .body("user.onboardingCompleted", is(true))
                .body("user.skills", is(List.of("networking", "printers")));
        Person.get(answer.path("token"), "/api/v1/onboarding/check").then().body("userType", is("student"));
    }

    @Test
    void theTokenOfRegistrationStaysGoodAndTellsTheNewState() {
        // Given
        String token = Person.unknown().registered();
        Person.get(token, "/api/v1/onboarding/check")
                .then()
                .statusCode(200)
                .body("success", is(true))
                .body("statusCode", is(200))
                .body("hasOnboardingCompleted", is(false))
                .body("userType", is("student"))
                .body("data", equalTo(Map.of("hasOnboardingCompleted", false, "userType", "student")));

        // When
        Person.onboard(token, "student").then().statusCode(200);

        // Then
        Person.get(token, "/api/v1/onboarding/check")
                .then()
                .statusCode(200)
                .body("hasOnboardingCompleted", is(true))
                .body("data.hasOnboardingCompleted", is(true));
        Person.get(token, "/api/v1/auth/me").then().statusCode(200).body("user.onboardingCompleted", is(true));
    }

    @Test
    void onboardingIsCompletedOnce() {
        // Given
        String token = Person.unknown().registered();
        Person.onboard(token, "student").then().statusCode(200);

        // When
        var again = Person.onboard(token, "moderator");

        // Then
        again.then().statusCode(409).contentType("application/problem+json");
        Person.get(token, "/api/v1/auth/me").then().body("user.requestedRole", nullValue());
    }

    @Test
    void ofTwoSubmissionsAtOnceOneCounts() {
        // Given
        String token = Person.unknown().registered();

        // When
        List<Integer> statuses =
                AtOnce.run(2, () -> Person.onboard(token, "student").statusCode());

        // Then
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void aSessionMayDoItFromAPageOfOursOnly() {
        // Given
        String token = Person.unknown().registered();
        Map<String, Object> body = Map.of("role", "student", "answers", Person.ANSWERS);

        // When / Then
        Person.json(body)
                .cookie(SessionCookie.NAME, token)
                .post("/api/v1/onboarding/submit")
                .then()
                .statusCode(401);
        Person.json(body)
                .cookie(SessionCookie.NAME, token)
                .header("Origin", "https://evil.example")
                .post("/api/v1/onboarding/submit")
                .then()
                .statusCode(401);
        Person.json(body)
                .cookie(SessionCookie.NAME, token)
                .header("Origin", "http://localhost:5173")
                .post("/api/v1/onboarding/submit")
                .then()
                .statusCode(200);
        given().cookie(SessionCookie.NAME, token)
                .get("/api/v1/onboarding/check")
                .then()
                .body("hasOnboardingCompleted", is(true));
    }

    @Test
    void onboardingNeedsAToken() {
        given().get("/api/v1/onboarding/check").then().statusCode(401);
        Person.json(Map.of("role", "student", "answers", Person.ANSWERS))
                .post("/api/v1/onboarding/submit")
                .then()
                .statusCode(401);
    }
}
