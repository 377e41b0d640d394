package io.ticketing.auth.token;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import io.ticketing.auth.signing.SigningKey;
import io.ticketing.auth.signing.SigningKeys;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.jwx.Headers;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;

/** Verifies our own tokens by the rules of every service, but with the keys at hand instead of a request to ourselves. */
@ApplicationScoped
@Alternative
@Priority(1)
class OwnTokens extends JWTCallerPrincipalFactory {

    private final SigningKeys keys;
    private final DefaultJWTTokenParser parser = new DefaultJWTTokenParser();

    OwnTokens(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
        JWTAuthContextInfo withKey = new JWTAuthContextInfo(rules);
        withKey.setPublicVerificationKey(key(token).publicKey());
        JwtContext verified = parser.parse(token, withKey);
        return new DefaultJWTCallerPrincipal(
                verified.getJoseObjects().getFirst().getHeader("typ"), verified.getJwtClaims());
    }

    private SigningKey key(String token) throws ParseException {
        try {
            Headers headers = JsonWebStructure.fromCompactSerialization(token).getHeaders();
            if (headers.getObjectHeaderValue(HeaderParameterNames.KEY_ID) instanceof String id) {
                return keys.find(id).orElseThrow(() -> new ParseException("the token names an unknown key"));
            }
            throw new ParseException("the token names no key");
        } catch (JoseException malformed) {
            throw new ParseException("the token is malformed", malformed);
        }
    }
}
