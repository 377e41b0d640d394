package io.ticketing.web.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.ticketing.testing.token.TestToken;
import io.ticketing.testing.token.TestTokens;
import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** Whatever is presented as a token: it is refused, or it is the token that was issued. Nothing else comes of it. */
class TokenParsingTest {

    private static final AccessTokenFactory TOKENS = new AccessTokenFactory(Clock.systemUTC());
    private static final JWTAuthContextInfo RULES = rules();

    @Property
    void theTokenItselfIsAccepted(@ForAll boolean onboarded) {
        assertThat(accepted(good().claim("onboarded", onboarded).sign()))
                .map(Claims::onboarded)
                .contains(onboarded);
    }

    @Property
    void noTextIsAToken(@ForAll String text) {
        assertThat(accepted(text)).isEmpty();
    }

    @Property
    void norIsWhatLooksLikeOne(
            @ForAll @StringLength(max = 60) @CharRange(from = '-', to = 'z') String header,
            @ForAll @StringLength(max = 60) @CharRange(from = '-', to = 'z') String claims,
            @ForAll @StringLength(max = 90) @CharRange(from = '-', to = 'z') String signature) {
        assertThat(accepted(header + "." + claims + "." + signature)).isEmpty();
    }

    @Property
    void aTokenWithOneOtherCharacterIsNone(@ForAll @IntRange(max = 2_000) int place, @ForAll char other) {
        String token = good().sign();
        int at = place % token.length();
        Assume.that(token.charAt(at) != other);

        assertThat(accepted(token.substring(0, at) + other + token.substring(at + 1)))
                .isEmpty();
    }

    @Property
    void aTokenWithAnotherLastCharacterIsNone(@ForAll @CharRange(from = '-', to = 'z') char other) {
        String token = good().sign();
        Assume.that(token.charAt(token.length() - 1) != other);

        assertThat(accepted(token.substring(0, token.length() - 1) + other)).isEmpty();
    }

    @Property
    void aTokenWithAClaimOfAnotherTypeIsNone(@ForAll("claims") String name, @ForAll("values") Object value) {
        Assume.that(!(Set.of("exp", "iat", "nbf", "ver").contains(name) && value instanceof Integer));
        Assume.that(!("nbf".equals(name) && value instanceof Double));
        Assume.that(!("onboarded".equals(name) && value instanceof Boolean));

        assertThat(accepted(good().claim(name, value).sign())).isEmpty();
    }

    @Property
    void noTimeOrVersionHoweverFarOffDoesMoreThanRefuse(
            @ForAll("numbers") String name, @ForAll long whole, @ForAll double broken) {
        accepted(good().claim(name, whole).sign());
        accepted(good().claim(name, broken).sign());
        accepted(good().claim(name, whole + "0000000000000000000").sign());
    }

    @Property
    void aTokenWithAHeaderOfAnotherTypeIsNone(@ForAll("headers") String name, @ForAll("values") Object value) {
        assertThat(accepted(good().header(name, value).sign())).isEmpty();
    }

    @Provide
    Arbitrary<String> claims() {
        return Arbitraries.of("iss", "aud", "sub", "jti", "groups", "ver", "onboarded", "iat", "exp", "nbf");
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.of("alg", "typ", "kid");
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.of("ver", "iat", "exp", "nbf");
    }

    @Provide
    Arbitrary<Object> values() {
        return Arbitraries.of(
                7,
                -1,
                true,
                false,
                1.5,
                List.of(),
                List.of(1),
                List.of(List.of()),
                List.of(Map.of()),
                Map.of(),
                Map.of("a", 1));
    }

    private static Optional<Claims> accepted(String token) {
        try {
            return Optional.of(TokenClaims.of(TOKENS.parse(token, RULES)));
        } catch (ParseException | AuthenticationFailedException refused) {
            return Optional.empty();
        }
    }

    private static TestToken good() {
        return TestTokens.forUser("somebody", "ada@example.org", "admin", true).claim("ver", 1);
    }

    private static JWTAuthContextInfo rules() {
        try {
            PublicKey key = (PublicKey) new JsonWebKeySet(TestTokens.keySet())
                    .getJsonWebKeys()
                    .getFirst()
                    .getKey();
            JWTAuthContextInfo rules = new JWTAuthContextInfo(key, "ticketing-auth");
            rules.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
            rules.setExpectedAudience(Set.of("ticketing"));
            rules.setClockSkew(Math.toIntExact(TokenTimes.LEEWAY.toSeconds()));
            return rules;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
