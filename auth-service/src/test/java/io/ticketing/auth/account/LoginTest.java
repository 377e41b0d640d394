package io.ticketing.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.ticketing.auth.Person;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
class LoginTest {

    private final MongoClient mongo;

    LoginTest(MongoClient mongo) {
        this.mongo = mongo;
    }

    @Test
    void anUnknownAddressAndAWrongPasswordAreAnsweredAlike() {
        // Given
        Person ada = Person.unknown();
        ada.registered();

        // When
        Response unknown = Person.unknown().login();
        Response wrong = wrongly(ada).login();

        // Then
        unknown.then().statusCode(401).header("WWW-Authenticate", containsString("Bearer"));
        wrong.then().statusCode(401).header("WWW-Authenticate", containsString("Bearer"));
        assertThat(withoutTrace(unknown)).isEqualTo(withoutTrace(wrong));
    }

    @Test
    void anUnknownAddressCostsAsMuchAsAWrongPassword() {
        // Given
        Person ada = Person.unknown();
        ada.registered();

        // When
        long unknown = Long.MAX_VALUE;
        long wrong = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5; attempt++) {
            unknown = Math.min(unknown, nanosToRefuse(Person.unknown()));
            wrong = Math.min(wrong, nanosToRefuse(wrongly(ada)));
        }

        // Then
        assertThat((double) unknown).isBetween(wrong * 0.4, wrong * 2.5);
    }

    @Test
    void aDeactivatedAccountIsToldSoOnlyToWhoeverKnowsItsPassword() {
        // Given
        Person ada = Person.unknown();
        String token = ada.registered();
        deactivate(ada);

        // When
        Response right = ada.login();
        Response wrong = wrongly(ada).login();

        // Then
        right.then().statusCode(403).contentType("application/problem+json").body("status", is(403));
        wrong.then().statusCode(401);
        Person.get(token, "/api/v1/auth/me")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("status", is(403));
    }

    @Test
    void passwordsLieInTheDatabaseAsArgon2idOnly() {
        // Given
        Person ada = Person.unknown();

        // When
        ada.registered();

        // Then
        var stored = mongo.getDatabase("auth")
                .getCollection("users")
                .find(Filters.eq("email", ada.email()))
                .first();
        assertThat(stored).isNotNull();
        assertThat(stored.getString("passwordHash")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(stored.toJson()).doesNotContain(ada.password());
    }

    @Test
    void aPasswordMayBeLongAndInAnyScript() {
        // Given
        Person unknown = Person.unknown();
        String password = "пароль-密码-🔑".repeat(9).substring(0, 100);
        Person ada = new Person(unknown.username(), unknown.email(), password);
        ada.registered();

        // When
        Response right = ada.login();
        Response cut = new Person(ada.username(), ada.email(), password.substring(0, 98)).login();

        // Then
        right.then().statusCode(200);
        cut.then().statusCode(401);
    }

    private void deactivate(Person person) {
        mongo.getDatabase("auth")
                .getCollection("users")
                .updateOne(Filters.eq("email", person.email()), Updates.set("status", "INACTIVE"));
    }

    private static Person wrongly(Person person) {
        return new Person(person.username(), person.email(), "another password");
    }

    private static long nanosToRefuse(Person person) {
        long start = System.nanoTime();
        person.login().then().statusCode(401);
        return System.nanoTime() - start;
    }

    private static Map<String, Object> withoutTrace(Response answer) {
        Map<String, Object> body = JsonPath.from(answer.asString()).getMap("$");
        body.remove("traceId");
        return body;
    }
}
