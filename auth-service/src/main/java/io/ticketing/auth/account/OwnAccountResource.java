package io.ticketing.auth.account;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.auth.session.SessionCookies;
import io.ticketing.auth.throttle.RequestThrottle;
import io.ticketing.auth.throttle.TooMany;
import io.ticketing.auth.token.AccessTokens;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.UserView;
import io.ticketing.web.caller.CurrentCaller;
import io.ticketing.web.envelope.Envelope;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.FieldError;
import io.ticketing.web.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Changing one's own account, and proving that its address is one's own. */
@Path("/api/v1/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Auth")
@RunOnVirtualThread
public class OwnAccountResource {

    private final UpdatingAccount updating;
    private final ProvingEmail proving;
    private final RequestThrottle throttle;
    private final AccessTokens tokens;
    private final SessionCookies cookies;
    private final CurrentCaller caller;
    private final Clock clock;

    OwnAccountResource(
            UpdatingAccount updating,
            ProvingEmail proving,
            RequestThrottle throttle,
            AccessTokens tokens,
            SessionCookies cookies,
            CurrentCaller caller,
            Clock clock) {
        this.updating = updating;
        this.proving = proving;
        this.throttle = throttle;
        this.tokens = tokens;
        this.cookies = cookies;
        this.caller = caller;
        this.clock = clock;
    }

    /** Changes the caller's account. */
    @POST
    @Path("/update-account")
    @Authenticated
    @Cache(noStore = true)
    @Operation(
            operationId = "updateAccount",
            summary = "Change one's own account",
            description =
                    "What is not sent stays, so an empty object changes nothing. Another password needs the current one, ends"
                            + " all tokens, and answers with a fresh one. Who has no password yet sets the first one by the link"
                            + " of a forgotten password.")
    @APIResponse(responseCode = "200", description = "The account as it is now")
    @APIResponse(
            responseCode = "403",
            description = "The account is deactivated, or it is no moderator's or admin's and has no availability")
    @APIResponse(responseCode = "409", description = "The username is taken")
    public RestResponse<AccountResponse> updateAccount(@NotNull @Valid UpdateAccountRequest body) {
        return switch (updating.update(caller.get().userId(), body.updateAt(clock.instant()))) {
            case Update.Updated(User user) -> RestResponse.ok(AccountResponse.updated(UserView.of(user)));
            case Update.PasswordChanged(User user) -> passwordChanged(user, tokens.issueTo(user));
            case Update.UsernameTaken() ->
                throw new ProblemException(new Failure(
                        409,
                        "This username is taken.",
                        List.of(new FieldError("username", "is taken")),
                        Map.of(),
                        null));
            case Update.NotStaff() ->
                throw new ProblemException(
                        Failure.of(403, "Only moderators and admins have an availability; leave it out."));
            case Update.Unfit(String field, String fault) -> throw new ProblemException(Failure.invalid(field, fault));
            case Update.Throttled(Duration retryAfter) -> throw TooMany.untilAfter(retryAfter);
            case Update.UserGone() -> throw new ProblemException(Failure.unauthorized());
        };
    }

    /** Takes the link that proves an address. */
    @POST
    @Path("/verify-email")
    @Operation(
            operationId = "verifyEmail",
            summary = "Prove one's e-mail address",
            description = "By the token of the link that was mailed there; it works once, for 24 hours.")
    @APIResponse(responseCode = "200", description = "The address is proven")
    public Envelope<Void> verifyEmail(@NotNull @Valid VerifyEmailRequest body) {
        throttle.mailedLink().ifPresent(retryAfter -> {
            throw TooMany.untilAfter(retryAfter);
        });
        if (!proving.prove(body.token())) {
            throw new ProblemException(Failure.invalid("token", "is unknown, was used or has expired"));
        }
        return Envelope.ok("The e-mail address is proven.", null);
    }

    /** Who came in with a browser's session stays in it. */
    private RestResponse<AccountResponse> passwordChanged(User user, String token) {
        ResponseBuilder<AccountResponse> answer =
                ResponseBuilder.ok(AccountResponse.passwordChanged(UserView.of(user), token));
        return caller.isBySession() ? answer.cookie(cookies.holding(token)).build() : answer.build();
    }
}
