package io.ticketing.testing.quarkus;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.ticketing.testing.token.TestTokens;
import java.util.Map;

/** The key set of {@link TestTokens} under the key that services read. */
public final class TokensResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of("JWKS_URL", TestTokens.jwksUrl());
    }

    @Override
    public void stop() {
        // It ends with the JVM: the next application of this JVM uses it too.
    }
}
