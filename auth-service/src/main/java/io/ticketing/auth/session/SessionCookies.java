package io.ticketing.auth.session;

import io.ticketing.auth.token.AccessTokens;
import io.ticketing.web.caller.SessionCookie;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;

/** Makes the cookie that {@link SessionCookie} reads. No script can read it, and it travels over TLS alone. */
@ApplicationScoped
public class SessionCookies {

    private final AccessTokens tokens;

    SessionCookies(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /** The cookie that holds a token, for as long as the token lives. */
    public NewCookie holding(String token) {
        return cookie(token, Math.toIntExact(Math.min(tokens.life().toSeconds(), Integer.MAX_VALUE)));
    }

    /** What makes a browser forget the cookie. */
    public NewCookie cleared() {
        return cookie("", 0);
    }

    private static NewCookie cookie(String value, int maxAgeSeconds) {
        return new NewCookie.Builder(SessionCookie.NAME)
                .value(value)
                .path("/")
                .maxAge(maxAgeSeconds)
                .httpOnly(true)
                .secure(true)
                .sameSite(SameSite.LAX)
                .build();
    }
}
