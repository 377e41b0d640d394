package io.ticketing.web.caller;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the claims that this system puts into its tokens. */
final class TokenClaims {

    private static final Set<Object> TRUTHS = Set.of(JsonValue.TRUE, JsonValue.FALSE);

    private TokenClaims() {}

    /** The claims; a token that lacks one of them, or has it in another type, is refused like a forged one. */
    static Claims of(JsonWebToken token) {
        if (token.getSubject() == null
                || token.getTokenID() == null
                || token.getGroups().size() != 1
                || !(token.claim("ver").orElse(null) instanceof Number
                        || token.claim("ver").orElse(null) instanceof JsonNumber)
                || !(token.claim("onboarded").orElse(null) instanceof Boolean
                        || TRUTHS.contains(token.claim("onboarded").orElse(JsonValue.NULL)))) {
            throw new AuthenticationFailedException();
        }
        return new Claims(
                token.getSubject(),
                token.getTokenID(),
                version(token.getClaim("ver")),
                token.getGroups().iterator().next(),
                Boolean.parseBoolean(String.valueOf(token.<Object>getClaim("onboarded"))),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    private static long version(Object claim) {
        return claim instanceof JsonNumber number ? number.longValue() : ((Number) claim).longValue();
    }
}
