package io.ticketing.auth.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.auth.Person;
import io.ticketing.auth.signing.SigningKey;
import io.ticketing.auth.signing.SigningKeys;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.token.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
class ForgedTokenTest {

    private final SigningKeys keys;
    private SigningKey key;
    private JwtClaims good;

    ForgedTokenTest(SigningKeys keys) {
        this.keys = keys;
    }

    @BeforeEach
    void register() throws InvalidJwtException {
        key = keys.current();
        good = new JwtConsumerBuilder()
                .setSkipAllValidators()
                .setSkipSignatureVerification()
                .build()
                .processToClaims(Person.unknown().registered());
    }

    @Test
    void theTokenIsGoodUntilItIsTamperedWith() throws Exception {
        assertThat(status(signed(jws -> {}))).isEqualTo(200);
    }

    static Stream<Arguments> spoiltClaims() {
        return Stream.of(
                spoilt("expired", claims -> claims.setExpirationTime(NumericDate.fromSeconds(1_700_000_000))),
                spoilt("without expiry", claims -> claims.unsetClaim("exp")),
                spoilt("wrong issuer", claims -> claims.setIssuer("somebody")),
                spoilt("no issuer", claims -> claims.unsetClaim("iss")),
                spoilt("wrong audience", claims -> claims.setAudience("somebody")),
                spoilt("no audience", claims -> claims.unsetClaim("aud")),
                spoilt("no subject", claims -> claims.unsetClaim("sub")),
                spoilt("unknown subject", claims -> claims.setSubject("000000000000000000000000")),
                spoilt("no version", claims -> claims.unsetClaim("ver")),
                spoilt("version as text", claims -> claims.setClaim("ver", "1")),
                spoilt("no token id", claims -> claims.unsetClaim("jti")),
                spoilt("no role", claims -> claims.unsetClaim("groups")),
                spoilt("role as text", claims -> claims.setClaim("groups", "admin")),
                spoilt("issued in the future", claims -> claims.setIssuedAt(inTwoMinutes())),
                spoilt("not valid before the future", claims -> claims.setNotBefore(inTwoMinutes())),
                spoilt("no time of issue", claims -> claims.unsetClaim("iat")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiltClaims")
    void aTokenWithSpoiltClaimsIsRefused(String what, Consumer<JwtClaims> spoil) throws Exception {
        spoil.accept(good);
        refused(signed(jws -> {}));
    }

    @Test
    void aTokenWithoutASignatureIsRefused() throws Exception {
        refused(signed(jws -> {
            jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            jws.setAlgorithmHeaderValue("none");
            jws.setKey(null);
        }));
    }

    @Test
    void aTokenSignedWithThePublicKeyAsSecretIsRefused() throws Exception {
        refused(signed(jws -> {
            jws.setAlgorithmHeaderValue("HS256");
            jws.setKey(new HmacKey(key.publicKey().getEncoded()));
        }));
    }

    @Test
    void aTokenOfAnUnknownKeyIsRefused() {
        refused(TestTokens.forUser("000000000000000000000000", "ada@example.org", "admin", true)
                .claim("ver", 1)
                .sign());
    }

    @Test
    void aTokenOfAStrangerUnderOurKeysNameIsRefused() {
        refused(TestTokens.forUser("000000000000000000000000", "ada@example.org", "admin", true)
                .claim("ver", 1)
                .keyId(key.id())
                .sign());
    }

    @Test
    void aTokenThatNamesNoKeyIsRefused() throws Exception {
        refused(signed(jws -> jws.setHeader("kid", null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "{}", "[\"x\"]", "true", "\"\""})
    void aTokenWhoseKeyNameIsNoneIsRefused(String kid) {
        String header = "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":" + kid + "}";
        refused(base64(header) + "." + base64(good.toJson()) + "." + base64("signature"));
    }

    @Test
    void aTokenWithAChangedPayloadIsRefused() throws Exception {
        // Given
        String[] mine = signed(jws -> {}).split("\\.");
        good.setClaim("groups", List.of("admin"));
        String[] admins = signed(jws -> {}).split("\\.");

        // Then
        refused(mine[0] + "." + admins[1] + "." + mine[2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "a.b", "....", "eyJhbGciOiJFUzI1NiJ9..", "null", "%00"})
    void gibberishIsRefused(String token) {
        refused(token);
    }

    @Test
    void aRoleInATokenGivesNothing() throws Exception {
        // Given
        good.setClaim("groups", List.of("admin"));

        // When
        var answer = given().auth().oauth2(signed(jws -> {})).get("/api/v1/onboarding/check");

        // Then
        answer.then().statusCode(200).body("userType", is("student"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at+jwt", "jwt", "JWS", ""})
    void aTokenOfAnotherTypeIsRefused(String type) throws Exception {
        refused(signed(jws -> jws.setHeader("typ", type)));
    }

    @Test
    void aTokenWithoutATypeIsRefused() throws Exception {
        refused(signed(jws -> jws.setHeader("typ", null)));
    }

    private static NumericDate inTwoMinutes() {
        return NumericDate.fromSeconds(Instant.now().plusSeconds(120).getEpochSecond());
    }

    private String signed(Consumer<JsonWebSignature> change) throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(good.toJson());
        jws.setKey(key.privateKey());
        jws.setKeyIdHeaderValue(key.id());
        jws.setHeader("typ", "JWT");
        jws.setAlgorithmHeaderValue("ES256");
        change.accept(jws);
        return jws.getCompactSerialization();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int status(String token) {
        return Person.get(token, "/api/v1/auth/me").statusCode();
    }

    private static void refused(String token) {
        for (String path : new String[] {"/api/v1/auth/me", "/api/v1/onboarding/check"}) {
            Person.get(token, path)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", containsString("Bearer"))
                    .contentType("application/problem+json")
                    .body("status", is(401))
                    .body("instance", is(path));
        }
        Person.json(Map.of("role", "student", "answers", Person.ANSWERS))
                .auth()
                .oauth2(token)
                .post("/api/v1/onboarding/submit")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    private static Arguments spoilt(String what, Consumer<JwtClaims> spoil) {
        return Arguments.of(what, spoil);
    }
}
