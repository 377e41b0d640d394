package io.ticketing.testing.quarkus;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.ticketing.testing.oidc.RealOidcProvider;
import java.util.Map;

/** The JVM's real OpenID provider under the keys that auth-service reads, as if it were Google. */
public final class OidcResource implements QuarkusTestResourceLifecycleManager {
    /** Where browsers believe that the application is; no such machine exists. */
    public static final String APP_URL = "http://gateway.test";

    /** Where browsers believe that the web client is. */
    public static final String CLIENT_URL = "http://client.test";

    /** The provider that the application under test uses. */
    public static RealOidcProvider provider() {
        return RealOidcProvider.start(APP_URL + "/api/v1/auth/google/callback");
    }

    @Override
    public Map<String, String> start() {
        RealOidcProvider provider = provider();
        return Map.of(
                "APP_URL",
                APP_URL,
                "CLIENT_URL",
                CLIENT_URL,
                "SESSION_SECRET",
                "a-session-secret-that-only-tests-know",
                "GOOGLE_ISSUER_URL",
                provider.issuer(),
                "GOOGLE_CLIENT_ID",
                provider.clientId(),
                "GOOGLE_CLIENT_SECRET",
                provider.clientSecret());
    }

    @Override
    public void stop() {
        // It ends with the JVM: the next application of this JVM uses it too.
    }
}
