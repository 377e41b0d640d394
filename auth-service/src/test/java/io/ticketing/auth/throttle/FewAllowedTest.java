package io.ticketing.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.ticketing.auth.Person;
import io.ticketing.auth.Place;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Started with allowances that a test can use up. */
@QuarkusTest
@WithMongo
@WithKafka
@TestProfile(FewAllowedTest.FewAllowed.class)
class FewAllowedTest {

    /** What an operator may set. */
    public static final class FewAllowed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("RATE_LIMIT_SIGN_IN_ADDRESS", "6", "RATE_LIMIT_REGISTRATION", "3");
        }
    }

    @Test
    void anAddressMayFailSoOftenWhoeverItTries() {
        // Given
        Person ada = Person.unknown();
        Place home = Place.unknown();
        home.register(ada).then().statusCode(201);
        home.login(ada).then().statusCode(200);
        for (int i = 0; i < 6; i++) {
            home.login(Person.unknown()).then().statusCode(401);
        }

        // When
        Response stranger = home.login(Person.unknown());
        Response owner = home.login(ada);

        // Then
        stranger.then().statusCode(429);
        owner.then().statusCode(200);
        Place.unknown().login(Person.unknown()).then().statusCode(401);
    }

    @Test
    void successesDoNotUseAnAddressUp() {
        Place school = Place.unknown();
        for (int i = 0; i < 8; i++) {
            Person pupil = Person.unknown();
            Place.unknown().register(pupil).then().statusCode(201);
            school.login(pupil).then().statusCode(200);
        }
    }

    @Test
    void everyRegistrationCountsAlsoWhatIsTaken() {
        // Given
        Person ada = Person.unknown();
        Place here = Place.unknown();
        here.register(ada).then().statusCode(201);
        here.register(ada).then().statusCode(409);
        here.register(new Person("ab", ada.email(), ada.password())).then().statusCode(400);
        here.register(ada).then().statusCode(409);

        // When
        Response taken = here.register(ada);
        Response free = here.register(Person.unknown());

        // Then
        taken.then().statusCode(429);
        free.then().statusCode(429);
        assertThat(Integer.parseInt(free.header("Retry-After"))).isBetween(1, 60 * 60);
        Place.unknown().register(Person.unknown()).then().statusCode(201);
    }
}
