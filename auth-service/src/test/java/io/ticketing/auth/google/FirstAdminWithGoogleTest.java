package io.ticketing.auth.google;

import static io.ticketing.auth.google.Visitor.assertRefused;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.ticketing.auth.Person;
import io.ticketing.testing.oidc.Answer;
import io.ticketing.testing.oidc.OidcAccount;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithOidc;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithOidc
@TestProfile(FirstAdminWithGoogleTest.Awaited.class)
class FirstAdminWithGoogleTest {

    private static final String EMAIL = "first-by-google@example.org";

    @Test
    void whoeverGoogleSaysHasTheAddressIsTheFirstAdminAndNobodyElse() {
        // Given
        Person squatter = new Person("squatter", EMAIL, "correct horse battery");
        String before = squatter.registered();

        // When
        Answer unverified =
                new Visitor().dance().signIn(Visitor.known(OidcAccount.of(EMAIL).unverified()));
        String another = new Visitor().signedIn(Visitor.account());
        String first = new Visitor().signedIn(Visitor.known(OidcAccount.of(EMAIL)));

        // Then
        assertRefused(unverified);
        assertIs(another, "student", false);
        assertIs(first, "admin", true);
        Person.get(before, "/api/v1/auth/me").then().statusCode(401);
        squatter.login().then().statusCode(401);
    }

    private static void assertIs(String token, String role, boolean onboarded) {
        Person.get(token, "/api/v1/auth/me")
                .then()
                .statusCode(200)
                .body("user.role", is(role))
                .body("user.onboardingCompleted", is(onboarded));
    }

    /** A database without an admin, and an address that is to become one. */
    public static class Awaited implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.mongodb.database",
                    "auth-awaited-" + UUID.randomUUID().toString().substring(0, 8),
                    "ticketing.auth.admin-email",
                    EMAIL);
        }
    }
}
