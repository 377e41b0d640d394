package io.ticketing.web.caller;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads the claims that this system puts into its tokens. */
final class TokenClaims {

    private static final Set<Object> TRUTHS = Set.of(true, false, JsonValue.TRUE, JsonValue.FALSE);

    private TokenClaims() {}

    /** The claims; a token that lacks one of them, or has it in another type, is refused like a forged one. */
    static Claims of(JsonWebToken token) {
        try {
            return new Claims(
                    text(token.getSubject()),
                    text(token.getTokenID()),
                    version(token.getClaim("ver")),
                    role(token.getGroups()),
                    truth(token.getClaim("onboarded")),
                    Instant.ofEpochSecond(token.getExpirationTime()));
        } catch (ClassCastException | ArithmeticException | DateTimeException otherwise) {
            throw new AuthenticationFailedException(otherwise);
        }
    }

    private static String text(@Nullable String claim) {
        if (claim == null || claim.isBlank()) {
            throw new AuthenticationFailedException();
        }
        return claim;
    }

    private static String role(@Nullable Set<String> groups) {
        if (groups == null || groups.size() != 1) {
            throw new AuthenticationFailedException();
        }
        return groups.iterator().next();
    }

    private static long version(@Nullable Object claim) {
        return switch (claim) {
            case JsonNumber number -> number.longValueExact();
            case Number number -> new BigDecimal(number.toString()).longValueExact();
            case null, default -> throw new AuthenticationFailedException();
        };
    }

    private static boolean truth(@Nullable Object claim) {
        if (claim == null || !TRUTHS.contains(claim)) {
            throw new AuthenticationFailedException();
        }
        return Boolean.parseBoolean(claim.toString());
    }
}
