package io.ticketing.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ticketing.auth.Mailbox;
import io.ticketing.auth.Person;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.web.link.LinkTokens;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
class VerifyEmailTest {

    private final Person ada = Person.unknown();
    private final LinkTokens tokens;
    private final MongoClient mongo;

    VerifyEmailTest(LinkTokens tokens, MongoClient mongo) {
        this.tokens = tokens;
        this.mongo = mongo;
    }

    @Test
    void theMailedLinkProvesTheAddressOnceHoweverOftenItIsUsed() throws Exception {
        // Given
        String token = new Mailbox(tokens).proof(ada.register().path("user.id"));

        // When
        List<Integer> statuses = AtOnce.run(10, () -> verify(token).statusCode());

        // Then
        assertThat(statuses).containsOnly(200, 400).containsOnlyOnce(200);
        assertThat(stored()).containsEntry("emailProven", true).doesNotContainKey("emailProof");
        verify(token).then().statusCode(400).body("errors.field", is(List.of("token")));
    }

    @Test
    void anUnknownLinkProvesNothing() {
        verify("a".repeat(43)).then().statusCode(400).body("errors.field", is(List.of("token")));
    }

    @Test
    void anExpiredLinkProvesNothing() throws Exception {
        // Given
        String token = new Mailbox(tokens).proof(ada.register().path("user.id"));
        users().updateOne(Filters.eq("email", ada.email()), Updates.set("emailProof.expiresAt", new Date()));

        // When
        Response answer = verify(token);

        // Then
        answer.then().statusCode(400).body("errors.field", is(List.of("token")));
        assertThat(stored()).containsEntry("emailProven", false);
    }

    private MongoCollection<Document> users() {
        return mongo.getDatabase("auth").getCollection("users");
    }

    private Document stored() {
        return users().find(Filters.eq("email", ada.email())).first();
    }

    private static Response verify(String token) {
        return Person.json(Map.of("token", token)).post("/api/v1/auth/verify-email");
    }
}
