package io.ticketing.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.auth.Person;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
class RegistrationRaceTest {

    private static final int RUNNERS = 20;

    private final MongoClient mongo;

    RegistrationRaceTest(MongoClient mongo) {
        this.mongo = mongo;
    }

    @Test
    void ofManyWhoWantTheSameAddressAtOnceOneGetsIt() {
        // Given
        String email = Person.unknown().email();

        // When
        List<Integer> statuses =
                AtOnce.run(RUNNERS, () -> new Person(Person.unknown().username(), email, "correct horse battery")
                        .register()
                        .statusCode());

        // Then
        assertThat(statuses).containsOnly(201, 409);
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        assertThat(mongo.getDatabase("auth").getCollection("users").countDocuments(Filters.eq("email", email)))
                .isEqualTo(1);
    }

    @Test
    void ofManyWhoWantTheSameNameAtOnceOneGetsIt() {
        // Given
        String username = Person.unknown().username();

        // When
        List<Integer> statuses =
                AtOnce.run(RUNNERS, () -> new Person(username, Person.unknown().email(), "correct horse battery")
                        .register()
                        .statusCode());

        // Then
        assertThat(statuses).containsOnly(201, 409);
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
    }
}
