package io.ticketing.auth.google;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
class GoogleUnsetTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/auth/google", "/api/v1/auth/google/callback?code=x&state=y"})
    void whereNobodySetItUpTheRoutesSaySo(String path) {
        given().redirects()
                .follow(false)
                .header("Cookie", "q_auth_google_y=y|z; q_session_google=x")
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("Google sign-in is not configured"))
                .body("success", is(false));
    }
}
