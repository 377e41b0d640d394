package io.ticketing.auth.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.auth.Person;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.time.Duration;
import java.util.Base64;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
class TokenTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MongoClient mongo;

    TokenTest(MongoClient mongo) {
        this.mongo = mongo;
    }

    @Test
    void theKeySetVerifiesATokenAndShowsNoPrivateKey() throws Exception {
        // Given
        String token = Person.unknown().registered();

        // When
        String keySet = given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("keys[0].kty", is("EC"))
                .body("keys[0].crv", is("P-256"))
                .body("keys[0].use", is("sig"))
                .body("keys[0].alg", is("ES256"))
                .extract()
                .asString();

        // Then
        assertThat(JSON.readTree(keySet).findValue("d")).isNull();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(token);
        String kid = signature.getKeyIdHeaderValue();
        signature.setKey(new JsonWebKeySet(keySet)
                .findJsonWebKey(kid, "EC", "sig", "ES256")
                .getKey());
        assertThat(signature.verifySignature()).isTrue();
        assertThat(signature.getAlgorithmHeaderValue()).isEqualTo("ES256");
    }

    @Test
    void aTokenSaysWhoItsBearerIs() throws Exception {
        // Given
        Person ada = Person.unknown();

        // When
        var answer = ada.register();

        // Then
        JsonNode claims = claims(answer.path("token"));
        assertThat(claims.properties().stream().map(entry -> entry.getKey()))
                .containsExactlyInAnyOrder(
                        "iss", "aud", "sub", "upn", "groups", "onboarded", "ver", "jti", "iat", "exp");
        assertThat(claims.get("iss").asText()).isEqualTo("ticketing-auth");
        assertThat(claims.get("aud").asText()).isEqualTo("ticketing");
        assertThat(claims.get("sub").asText()).isEqualTo(answer.path("user.id"));
        assertThat(claims.get("upn").asText()).isEqualTo(ada.email());
        assertThat(claims.get("groups")).isEqualTo(JSON.readTree("[\"student\"]"));
        assertThat(claims.get("onboarded")).isEqualTo(JSON.readTree("false"));
        assertThat(claims.get("ver")).isEqualTo(JSON.readTree("1"));
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong())
                .isEqualTo(Duration.ofDays(7).toSeconds());
    }

    @Test
    void theTokenOfOnboardingSaysThatItIsComplete() throws Exception {
        // Given
        String token = Person.unknown().registered();

        // When
        String fresh = Person.onboard(token, "student").path("token");

        // Then
        assertThat(claims(fresh).get("onboarded").asBoolean()).isTrue();
        assertThat(claims(fresh).get("ver").asLong()).isEqualTo(2);
        assertThat(claims(fresh).get("jti").asText())
                .isNotEqualTo(claims(token).get("jti").asText());
    }

    @Test
    void theTokensOfADeletedUserAreOver() {
        // Given
        Person ada = Person.unknown();
        String token = ada.registered();

        // When
        mongo.getDatabase("auth").getCollection("users").deleteOne(Filters.eq("email", ada.email()));

        // Then
        Person.get(token, "/api/v1/auth/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("status", is(401));
    }

    @Test
    void aRouteForAnyoneDoesNotLookAtTheToken() {
        // Given
        Person ada = Person.unknown();

        // When
        var answer = Person.json(ada.registration())
                .header("Authorization", "Bearer not.a.token")
                .post("/api/v1/auth/register");

        // Then
        answer.then().statusCode(201);
    }

    private static JsonNode claims(String token) throws java.io.IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
