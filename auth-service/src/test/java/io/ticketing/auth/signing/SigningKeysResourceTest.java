package io.ticketing.auth.signing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.auth.Person;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
class SigningKeysResourceTest {

    private static final String PATH = "/api/v1/auth/admin/signing-keys";

    private final MongoClient mongo;

    SigningKeysResourceTest(MongoClient mongo) {
        this.mongo = mongo;
    }

    @Test
    void anAdminMakesTheNextKeyWhichIsPublishedAndDoesNotSignYet() {
        // Given
        String admin = admin();

        // When
        var answer = given().auth().oauth2(admin).post(PATH);
        var again = given().auth().oauth2(admin).post(PATH);

        // Then
        answer.then().statusCode(oneOf(200, 201)).body("data.state", is("next"));
        again.then().statusCode(200).body("data", equalTo(answer.path("data")));
        given().get("/.well-known/jwks.json")
                .then()
                .header("Cache-Control", "public, max-age=300")
                .body("keys.kid", hasItem(answer.<String>path("data.kid")));
        List<Map<String, Object>> keys =
                Person.get(admin, PATH).then().statusCode(200).extract().path("data");
        assertThat(keys).allSatisfy(key -> assertThat(key).containsOnlyKeys("kid", "createdAt", "signsFrom", "state"));
        assertThat(keys).extracting(key -> key.get("state")).containsOnlyOnce("signing", "next");
    }

    @Test
    void nobodyElseDoesOrSeesThem() {
        String student = Person.unknown().registered();

        Person.get(student, PATH).then().statusCode(403);
        given().auth().oauth2(student).post(PATH).then().statusCode(403);
        given().get(PATH).then().statusCode(401);
        given().post(PATH).then().statusCode(401);
    }

    private String admin() {
        Person person = Person.unknown();
        String token = person.registered();
        mongo.getDatabase("auth")
                .getCollection("users")
                .updateOne(Filters.eq("email", person.email()), Updates.set("role", "ADMIN"));
        return token;
    }
}
