package io.ticketing.auth.session;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.caller.CurrentCaller;
import io.ticketing.web.caller.SessionCookie;
import io.ticketing.web.envelope.Envelope;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Signing out, with a token and with a browser's session. */
@Path("/api/v1/auth/logout")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Auth")
@RunOnVirtualThread
public class SessionResource {

    private static final String SIGNED_OUT = "You are signed out.";

    private final SigningOut signingOut;
    private final SessionCookie cookie;
    private final SessionCookies cookies;
    private final JWTParser tokens;
    private final CurrentCaller caller;

    SessionResource(
            SigningOut signingOut,
            SessionCookie cookie,
            SessionCookies cookies,
            JWTParser tokens,
            CurrentCaller caller) {
        this.signingOut = signingOut;
        this.cookie = cookie;
        this.cookies = cookies;
        this.tokens = tokens;
        this.caller = caller;
    }

    /** Ends the token that the caller presents, be it in a header or in the cookie, which is cleared then. */
    @POST
    @Authenticated
    @Operation(operationId = "logout", summary = "End the presented token, in every service")
    @APIResponse(responseCode = "200", description = "It is accepted no more")
    public RestResponse<Envelope<Void>> logout() {
        Caller leaving = caller.get();
        signingOut.end(leaving.userId(), leaving.tokenId(), leaving.tokenExpiresAt());
        return caller.isBySession()
                ? signedOut().cookie(cookies.cleared()).build()
                : signedOut().build();
    }

    /**
     * Ends the browser's session: its cookie in any case, its token only when the request comes from an allowed origin, so that no other site
     * signs anybody out everywhere.
     */
    @POST
    @Path("/session")
    @Operation(
            operationId = "logoutSession",
            summary = "End the session in the cookie",
            description = "The cookie is cleared in any case. Its token ends when the `Origin` is allowed.")
    @APIResponse(responseCode = "200", description = "There is no session any more, or there was none")
    public RestResponse<Envelope<Void>> logoutSession(@Context HttpServerRequest request) {
        cookie.tokenOf(request)
                .flatMap(this::verified)
                .ifPresent(token -> signingOut.end(
                        token.getSubject(), token.getTokenID(), Instant.ofEpochSecond(token.getExpirationTime())));
        return signedOut().cookie(cookies.cleared()).build();
    }

    private static ResponseBuilder<Envelope<Void>> signedOut() {
        return ResponseBuilder.ok(Envelope.ok(SIGNED_OUT, null));
    }

    private Optional<JsonWebToken> verified(String token) {
        try {
            return Optional.of(tokens.parse(token));
        } catch (ParseException notOurs) {
            return Optional.empty();
        }
    }
}
