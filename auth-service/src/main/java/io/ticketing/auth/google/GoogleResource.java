package io.ticketing.auth.google;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.auth.session.SessionCookies;
import io.ticketing.auth.token.AccessTokens;
import io.ticketing.auth.user.User;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Signing in with Google: pages for browsers, which are sent on whatever happens. */
@Path(GoogleSettings.PATH)
@Tag(name = "Auth", description = "Accounts and access tokens")
@APIResponse(responseCode = "404", description = "Google sign-in is not configured")
@RunOnVirtualThread
public class GoogleResource {

    private static final Logger LOG = Logger.getLogger(GoogleResource.class);

    private final GoogleSetup setup;
    private final GoogleProvider provider;
    private final SigningInWithGoogle signingIn;
    private final AccessTokens tokens;
    private final SessionCookies sessions;

    GoogleResource(
            GoogleSetup setup,
            GoogleProvider provider,
            SigningInWithGoogle signingIn,
            AccessTokens tokens,
            SessionCookies sessions) {
        this.setup = setup;
        this.provider = provider;
        this.signingIn = signingIn;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /** Sends the browser to Google. */
    @GET
    @Operation(operationId = "beginGoogleSignIn", summary = "Sign in with Google")
    @APIResponse(
            responseCode = "302",
            description = "To Google, or to `CLIENT_URL/login?error=oauth_failed` when Google cannot be reached")
    public Response begin() {
        return sentOn(settings -> to(provider.authorization()).build());
    }

    /** Takes the browser back from Google. */
    @GET
    @Path(GoogleSettings.CALLBACK)
    @Operation(
            operationId = "completeGoogleSignIn",
            summary = "Come back from Google",
            description = "Google sends browsers here. The session is a cookie that scripts cannot read.")
    @APIResponse(
            responseCode = "302",
            description =
                    "To `CLIENT_URL/tickets?auth=success` with the session cookie, or to `CLIENT_URL/login?error=oauth_failed` without")
    public Response complete() {
        return sentOn(settings -> switch (signingIn.signIn(provider.identity())) {
            case GoogleSignIn.SignedIn(User user) ->
                to(URI.create(settings.clientUrl() + "/tickets?auth=success"))
                        .cookie(sessions.holding(tokens.issueTo(user)))
                        .build();
            case GoogleSignIn.Unproven() -> refused(settings, "the address is not verified");
            case GoogleSignIn.LinkedToAnother() -> refused(settings, "the account is linked to another");
            case GoogleSignIn.Inactive() -> refused(settings, "the account is deactivated");
        });
    }

    /** The person sees a page of the web client and no problem, whatever fails; what failed may name him, so its kind alone is logged. */
    private Response sentOn(Function<GoogleSettings, Response> step) {
        GoogleSettings settings = setup.settings()
                .orElseThrow(() -> new ProblemException(Failure.of(404, "Google sign-in is not configured.")));
        try {
            return step.apply(settings);
        } catch (RuntimeException failed) {
            return refused(settings, kind(failed));
        }
    }

    private static Response refused(GoogleSettings settings, String why) {
        LOG.warnf("sign-in with Google failed: %s", why);
        return to(URI.create(settings.clientUrl() + "/login?error=oauth_failed"))
                .build();
    }

    private static Response.ResponseBuilder to(URI address) {
        return Response.status(Response.Status.FOUND).location(address).header("Cache-Control", "no-store");
    }

    private static String kind(Throwable failure) {
        Throwable cause = failure.getCause();
        String outer = failure.getClass().getSimpleName();
        return cause == null || cause == failure ? outer : outer + ", " + kind(cause);
    }
}
