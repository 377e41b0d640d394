package io.ticketing.testing.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An access token in the making: right as it begins, wrong in what the test changes. Mutable; for one thread. */
public final class TestToken {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIFE = Duration.ofHours(1);

    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private Jws.Signer signer = Jws.es256(TestTokens.keyPair().getPrivate());

    TestToken(String id, String email, String role, boolean onboarded) {
        header.put("alg", "ES256");
        header.put("typ", "JWT");
        header.put("kid", TestTokens.KEY_ID);
        claims.put("iss", "ticketing-auth");
        claims.put("aud", "ticketing");
        claims.put("sub", id);
        claims.put("upn", email);
        claims.put("groups", List.of(role));
        claims.put("onboarded", onboarded);
        claims.put("jti", UUID.randomUUID().toString());
        issuedAt(Instant.now());
        expiresAt(Instant.now().plus(LIFE));
    }

    /** Sets {@code iat}; whole seconds. */
    public TestToken issuedAt(Instant time) {
        return claim("iat", time.getEpochSecond());
    }

    /** Sets {@code exp}; whole seconds. */
    public TestToken expiresAt(Instant time) {
        return claim("exp", time.getEpochSecond());
    }

    /** Sets {@code iss}. */
    public TestToken issuer(String issuer) {
        return claim("iss", issuer);
    }

    /** Sets {@code aud}. */
    public TestToken audience(String audience) {
        return claim("aud", audience);
    }

    /** Sets {@code jti}. */
    public TestToken tokenId(String id) {
        return claim("jti", id);
    }

    /** Sets any claim to a value that JSON can say. */
    public TestToken claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    /** Leaves a claim out. */
    public TestToken without(String claim) {
        claims.remove(claim);
        return this;
    }

    /** Names another key in the header; the true one still signs. */
    public TestToken keyId(String kid) {
        header.put("kid", kid);
        return this;
    }

    /** Sets any field of the header to a value that JSON can say. */
    public TestToken header(String name, Object value) {
        header.put(name, value);
        return this;
    }

    /** Leaves a field of the header out. */
    public TestToken withoutHeader(String name) {
        header.remove(name);
        return this;
    }

    /** Signs with a key that is in no key set, under the true key's name. */
    public TestToken signedByAStranger() {
        signer = Jws.es256(TestTokens.newKeyPair().getPrivate());
        return this;
    }

    /** The attack {@code alg: none}: no signature at all. */
    public TestToken unsigned() {
        header.put("alg", "none");
        signer = Jws.none();
        return this;
    }

    /** The attack of confused algorithms: HS256 with the public key (in PEM) as the secret. */
    public TestToken signedWithThePublicKeyAsSecret() {
        byte[] key = TestTokens.keyPair().getPublic().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key) + "\n-----END PUBLIC KEY-----\n";
        header.put("alg", "HS256");
        signer = Jws.hs256(pem.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** The token's text. */
    public String sign() {
        try {
            return Jws.compact(JSON.writeValueAsString(header), JSON.writeValueAsString(claims), signer);
        } catch (JsonProcessingException failed) {
            throw new IllegalArgumentException("A claim that JSON cannot say", failed);
        }
    }

    /** The value of an {@code Authorization} header. */
    public String bearer() {
        return "Bearer " + sign();
    }
}
