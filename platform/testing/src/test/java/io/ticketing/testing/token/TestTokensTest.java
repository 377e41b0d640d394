package io.ticketing.testing.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

class TestTokensTest {
    private final JwtConsumer verifier = new JwtConsumerBuilder()
            .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(new HttpsJwks(TestTokens.jwksUrl())))
            .setExpectedIssuer("ticketing-auth")
            .setExpectedAudience("ticketing")
            .setRequireExpirationTime()
            .build();

    @Test
    void aGoodTokenVerifiesAgainstTheServedKeySet() throws Exception {
        JwtClaims claims = verifier.processToClaims(token().sign());

        assertThat(claims.getSubject()).isEqualTo("u1");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("moderator");
        assertThat(claims.getClaimValue("onboarded", Boolean.class)).isTrue();
    }

    @Test
    void everySpoiledTokenIsRefused() {
        assertRefused(token().signedByAStranger());
        assertRefused(token().unsigned());
        assertRefused(token().signedWithThePublicKeyAsSecret());
        assertRefused(token().keyId("unknown"));
        assertRefused(token().issuer("somebody"));
        assertRefused(token().audience("something"));
        assertRefused(token().expiresAt(Instant.now().minusSeconds(60)));
        assertRefused(token().without("exp"));
    }

    private static TestToken token() {
        return TestTokens.forUser("u1", "ada@example.org", "moderator", true);
    }

    private void assertRefused(TestToken token) {
        assertThatThrownBy(() -> verifier.processToClaims(token.sign())).isInstanceOf(InvalidJwtException.class);
    }
}
