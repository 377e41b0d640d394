package io.ticketing.auth.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.ticketing.auth.Person;
import io.ticketing.testing.oidc.Answer;
import io.ticketing.testing.oidc.Browser;
import io.ticketing.testing.oidc.OidcAccount;
import io.ticketing.testing.oidc.OidcDance;
import io.ticketing.testing.oidc.RealOidcProvider;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@TestProfile(LateProviderTest.Late.class)
class LateProviderTest {

    private static final String APP_URL = "http://late.test";
    private static final String CLIENT_URL = "http://late-client.test";

    @Test
    void aProviderThatIsAwayAtStartIsUsedAsSoonAsItIsBack() {
        // Given
        RealOidcProvider provider = provider();
        OidcAccount ada = provider.account(OidcAccount.of(Person.unknown().email()));
        Browser browser = new Browser().reaching(APP_URL, () -> "http://localhost:" + RestAssured.port);
        URI start = URI.create(APP_URL + "/api/v1/auth/google");

        // When
        Answer early = browser.get(start);
        Person.unknown().register().then().statusCode(201);
        provider.restart();
        Answer late = new OidcDance(browser, start).signIn(ada);

        // Then
        assertThat(early.location()).hasToString(CLIENT_URL + "/login?error=oauth_failed");
        assertThat(early.cookies()).isEmpty();
        assertThat(late.location()).hasToString(CLIENT_URL + "/tickets?auth=success");
    }

    private static RealOidcProvider provider() {
        return RealOidcProvider.start(APP_URL + "/api/v1/auth/google/callback");
    }

    /** An application that starts while its provider does not answer. */
    public static class Late implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            RealOidcProvider provider = provider();
            provider.kill();
            return Map.of(
                    "ticketing.auth.app-url",
                    APP_URL,
                    "ticketing.auth.client-url",
                    CLIENT_URL,
                    "ticketing.auth.session-secret",
                    "a-session-secret-that-only-tests-know",
                    "ticketing.auth.google-issuer-url",
                    provider.issuer(),
                    "ticketing.auth.google-client-id",
                    provider.clientId(),
                    "ticketing.auth.google-client-secret",
                    provider.clientSecret());
        }
    }
}
