package io.ticketing.web.caller;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.ticketing.testing.process.FreePort;
import io.ticketing.testing.token.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Started while nobody publishes the keys. */
@QuarkusTest
@TestProfile(KeysAwayTest.NobodyPublishesKeys.class)
class KeysAwayTest {

    /** A service whose key set cannot be fetched. */
    public static final class NobodyPublishesKeys implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            String keys = "http://127.0.0.1:" + FreePort.choose() + "/keys";
            return Map.of("JWKS_URL", keys, "mp.jwt.verify.publickey.location", keys);
        }
    }

    @Test
    void aTokenThatCannotBeJudgedIsNotRefusedForGood() {
        String token = TestTokens.forUser("somebody", "a@example.org", "admin", true)
                .claim("ver", 1)
                .bearer();

        given().header("Authorization", token)
                .get("/probe/me")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("2"))
                .contentType("application/problem+json");
    }

    @Test
    void whoSendsNoTokenIsAskedToSignInAllTheSame() {
        given().get("/probe/me").then().statusCode(401);
    }
}
