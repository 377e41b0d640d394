package io.ticketing.auth.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.ticketing.auth.Person;
import io.ticketing.auth.Place;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.web.caller.SessionCookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
class ChangePasswordTest {

    private static final String UPDATE = "/api/v1/auth/update-account";
    private static final String NEW_PASSWORD = "another long password";

    private final Place here = Place.unknown();
    private final Person ada = Person.unknown();
    private final MongoClient mongo;

    ChangePasswordTest(MongoClient mongo) {
        this.mongo = mongo;
    }

    @Test
    void anotherPasswordEndsAllTokensAndAnswersWithAFreshOne() {
        // Given
        String token = ada.registered();
        String elsewhere = here.login(ada).path("token");

        // When
        Response answer = update(token, Map.of("password", NEW_PASSWORD, "currentPassword", ada.password()));

        // Then
        answer.then().statusCode(200).header("Cache-Control", containsString("no-store"));
        Person.get(token, "/api/v1/auth/me").then().statusCode(401);
        Person.get(elsewhere, "/api/v1/auth/me").then().statusCode(401);
        Person.get(answer.path("token"), "/api/v1/auth/me").then().statusCode(200);
        here.login(ada).then().statusCode(401);
        here.login(renewed()).then().statusCode(200);
        assertThat(recorded(answer.path("user.id"), "PASSWORD_CHANGED")).hasSize(1);
    }

    @Test
    void ofThePlacesWhereHeCameInThisOneIsLeft() {
        // Given
        String token = ada.registered();
        Place elsewhere = Place.unknown();
        elsewhere.login(ada).then().statusCode(200);

        // When
        update(token, Map.of("password", NEW_PASSWORD, "currentPassword", ada.password()))
                .then()
                .statusCode(200);

        // Then
        for (int i = 0; i < 11; i++) {
            elsewhere.login(ada);
            here.login(ada);
        }
        elsewhere.login(renewed()).then().statusCode(429);
        here.login(renewed()).then().statusCode(200);
    }

    @Test
    void whoeverCameWithASessionStaysInIt() {
        // Given
        String token = ada.registered();

        // When
        Response answer = given().cookie(SessionCookie.NAME, token)
                .header("Origin", "http://localhost:5173")
                .contentType(ContentType.JSON)
                .body(Map.of("password", NEW_PASSWORD, "currentPassword", ada.password()))
                .post(UPDATE);

        // Then
        answer.then().statusCode(200);
        assertThat(answer.cookie(SessionCookie.NAME)).isEqualTo(answer.path("token"));
    }

    @Test
    void anotherPasswordNeedsTheCurrentOne() {
        // Given
        String token = ada.registered();

        // Then
        update(token, Map.of("password", NEW_PASSWORD))
                .then()
                .statusCode(400)
                .body("errors.field", is(List.of("currentPassword")));
        update(token, Map.of("password", NEW_PASSWORD, "currentPassword", "wrong"))
                .then()
                .statusCode(400)
                .body("errors.field", is(List.of("currentPassword")));
        here.login(ada).then().statusCode(200);
        Person.get(token, "/api/v1/auth/me").then().statusCode(200);
    }

    @Test
    void guessingTheCurrentPasswordIsThrottledLikeSigningIn() {
        // Given
        String token = ada.registered();
        Map<String, Object> wrong = Map.of("password", NEW_PASSWORD, "currentPassword", "wrong");
        for (int i = 0; i < 10; i++) {
            update(token, wrong).then().statusCode(400);
        }

        // Then
        update(token, wrong).then().statusCode(429);
        update(token, Map.of("password", NEW_PASSWORD, "currentPassword", ada.password()))
                .then()
                .statusCode(429);
    }

    @Test
    void aTokenAloneSetsNoFirstPassword() {
        // Given
        String token = ada.registered();
        users().updateOne(Filters.eq("email", ada.email()), Updates.unset("passwordHash"));

        // When
        Response answer = update(token, Map.of("password", NEW_PASSWORD, "currentPassword", ada.password()));

        // Then
        answer.then().statusCode(400).body("errors.field", is(List.of("currentPassword")));
        here.login(ada).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "12345678"})
    void aCommonPasswordIsRefused(String common) {
        update(ada.registered(), Map.of("password", common, "currentPassword", ada.password()))
                .then()
                .statusCode(400)
                .body("errors.field", is(List.of("password")));
    }

    @Test
    void ofTwoPasswordsAtOnceOneIsSet() {
        // Given
        String token = ada.registered();

        // When
        List<Response> answers =
                AtOnce.run(8, () -> update(token, Map.of("password", NEW_PASSWORD, "currentPassword", ada.password())));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(200);
        here.login(renewed()).then().statusCode(200);
        here.login(ada).then().statusCode(401);
    }

    private MongoCollection<Document> users() {
        return mongo.getDatabase("auth").getCollection("users");
    }

    private MongoCollection<Document> audit() {
        return mongo.getDatabase("auth").getCollection("audit");
    }

    private Response update(String token, Map<String, ?> body) {
        return here.json(body).auth().oauth2(token).post(UPDATE);
    }

    private Person renewed() {
        return new Person(ada.username(), ada.email(), NEW_PASSWORD);
    }

    private List<Document> recorded(String id, String action) {
        return audit().find(Filters.and(Filters.eq("subjectId", id), Filters.eq("action", action)))
                .into(new ArrayList<>());
    }
}
