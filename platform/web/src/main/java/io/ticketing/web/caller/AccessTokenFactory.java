package io.ticketing.web.caller;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.jwx.Headers;

/**
 * Verifies access tokens. The library checks signature, algorithm, issuer, audience, expiry and {@code nbf}; here is what it leaves unchecked: that
 * the token is of our type and names its key, that its claims have the types that ours have, that it was not issued in the future, and that
 * its signature is written in the one way that there is.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class AccessTokenFactory extends JWTCallerPrincipalFactory {

    private static final String TYPE = "JWT";

    private final Clock clock;
    private final DefaultJWTTokenParser parser = new DefaultJWTTokenParser();

    AccessTokenFactory(Clock clock) {
        this.clock = clock;
    }

    /**
     * The token's bearer, as the token says.
     *
     * @throws ParseException when the token is not accepted
     */
    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
        requireCanonicalSignature(token);
        JwtContext verified = parsed(token, rules);
        JwtClaims claims = verified.getJwtClaims();
        if (!isOurs(verified.getJoseObjects().getFirst().getHeaders())) {
            throw new ParseException("the token is of another type, or names no key");
        }
        if (!haveOurTypes(asWritten(claims))) {
            throw new ParseException("the token's claims are malformed");
        }
        long latest = clock.instant().plus(TokenTimes.LEEWAY).getEpochSecond();
        if (claims.getClaimValue("iat") instanceof Long issued && issued > latest) {
            throw new ParseException("the token is from the future");
        }
        return new DefaultJWTCallerPrincipal(TYPE, claims);
    }

    /** The library fails with a cast where a claim that it converts has another type than it expects. */
    private JwtContext parsed(String token, JWTAuthContextInfo rules) throws ParseException {
        try {
            return parser.parse(token, rules);
        } catch (ClassCastException malformed) {
            throw new ParseException("the token's claims are malformed", malformed);
        }
    }

    private static boolean isOurs(Headers headers) {
        return TYPE.equals(headers.getObjectHeaderValue(HeaderParameterNames.TYPE))
                && headers.getObjectHeaderValue(HeaderParameterNames.KEY_ID) instanceof String;
    }

    /** The library has turned some claims into the types that it likes better. */
    private static JwtClaims asWritten(JwtClaims claims) throws ParseException {
        try {
            return JwtClaims.parse(claims.getRawJson());
        } catch (InvalidJwtException malformed) {
            throw new ParseException("the token's claims are malformed", malformed);
        }
    }

    private static boolean haveOurTypes(JwtClaims claims) {
        return claims.getClaimValue("sub") instanceof String
                && claims.getClaimValue("jti") instanceof String
                && claims.getClaimValue("groups") instanceof List<?> groups
                && groups.size() == 1
                && groups.getFirst() instanceof String
                && claims.getClaimValue("onboarded") instanceof Boolean
                && claims.getClaimValue("ver") instanceof Long
                && claims.getClaimValue("iat") instanceof Long
                && claims.getClaimValue("exp") instanceof Long;
    }

    /** The library skips what is no Base64 and ignores spare bits, so one signature could be written in many ways. */
    private static void requireCanonicalSignature(String token) throws ParseException {
        String signature = token.substring(token.lastIndexOf('.') + 1);
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(signature);
            if (!Base64.getUrlEncoder().withoutPadding().encodeToString(decoded).equals(signature)) {
                throw new ParseException("the token's signature is malformed");
            }
        } catch (IllegalArgumentException malformed) {
            throw new ParseException("the token's signature is malformed", malformed);
        }
    }
}
