package io.ticketing.auth.token;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import io.ticketing.auth.signing.SigningKey;
import io.ticketing.auth.signing.SigningKeys;
import io.ticketing.web.caller.AccessTokenFactory;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.jwx.Headers;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;

/** Verifies our own tokens by the rules of every service, but with the keys at hand instead of a request to ourselves. */
@ApplicationScoped
@Alternative
@Priority(2)
class OwnTokens extends JWTCallerPrincipalFactory {

    private final SigningKeys keys;
    private final AccessTokenFactory everywhere;

    OwnTokens(SigningKeys keys, AccessTokenFactory everywhere) {
        this.keys = keys;
        this.everywhere = everywhere;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
        JWTAuthContextInfo withKey = new JWTAuthContextInfo(rules);
        withKey.setPublicVerificationKey(key(token).publicKey());
        return everywhere.parse(token, withKey);
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
