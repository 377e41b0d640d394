package io.ticketing.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ticketing.auth.Person;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
class WeakHashTest {

    private static final String STRONG = "$argon2id$v=19$m=19456,t=2,p=1$";

    private final Person ada = Person.unknown();
    private final MongoClient mongo;

    WeakHashTest(MongoClient mongo) {
        this.mongo = mongo;
    }

    @Test
    void whoeverSignsInGetsAHashOfToday() {
        // Given
        String weak = registeredLongAgo();

        // When
        List<Response> answers = AtOnce.run(5, ada::login);

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(hash()).startsWith(STRONG);
        Person.get(answers.getFirst().path("token"), "/api/v1/auth/me").then().statusCode(200);
        ada.login().then().statusCode(200);
        assertThat(hash()).isNotEqualTo(weak);
    }

    @Test
    void aWrongPasswordChangesNoHash() {
        // Given
        String weak = registeredLongAgo();

        // When
        Response answer = new Person(ada.username(), ada.email(), "another password").login();

        // Then
        answer.then().statusCode(401);
        assertThat(hash()).isEqualTo(weak);
    }

    private MongoCollection<Document> users() {
        return mongo.getDatabase("auth").getCollection("users");
    }

    private String registeredLongAgo() {
        ada.registered();
        String weak = Argon2Function.getInstance(8_192, 1, 1, 32, Argon2.ID)
                .hash(ada.password())
                .getResult();
        users().updateOne(Filters.eq("email", ada.email()), Updates.set("passwordHash", weak));
        return weak;
    }

    private String hash() {
        return users().find(Filters.eq("email", ada.email())).first().getString("passwordHash");
    }
}
