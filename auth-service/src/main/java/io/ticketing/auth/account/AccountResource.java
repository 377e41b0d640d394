package io.ticketing.auth.account;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.auth.throttle.TooMany;
import io.ticketing.auth.token.AccessTokens;
import io.ticketing.auth.token.TokenResponse;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.UserView;
import io.ticketing.auth.user.Users;
import io.ticketing.web.caller.CurrentCaller;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.FieldError;
import io.ticketing.web.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Registering, logging in, and asking who one is. */
@Path("/api/v1/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Auth", description = "Accounts and access tokens")
@RunOnVirtualThread
public class AccountResource {

    private final Registering registering;
    private final SigningIn signingIn;
    private final AccessTokens tokens;
    private final Users users;
    private final CurrentCaller caller;

    AccountResource(
            Registering registering, SigningIn signingIn, AccessTokens tokens, Users users, CurrentCaller caller) {
        this.registering = registering;
        this.signingIn = signingIn;
        this.tokens = tokens;
        this.users = users;
        this.caller = caller;
    }

    /** Makes an account and lets its owner in. */
    @POST
    @Path("/register")
    @ResponseStatus(201)
    @Cache(noStore = true)
    @Operation(operationId = "register", summary = "Make an account")
    @APIResponse(
            responseCode = "201",
            description = "The account, and a token for it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TokenResponse.class)))
    @APIResponse(
            responseCode = "400",
            description = "A field is missing or malformed, or the password is too easily guessed")
    @APIResponse(responseCode = "409", description = "The e-mail address or the username is taken; which one is told")
    @APIResponse(responseCode = "429", description = "Too many have registered from this address")
    public TokenResponse register(@NotNull @Valid RegisterRequest body) {
        List<String> skills = Objects.requireNonNullElse(body.skills(), List.of());
        return switch (registering.register(body.username(), address(body.email()), body.password(), skills)) {
            case Registration.Registered(User user) -> letIn(201, "Welcome.", user);
            case Registration.EmailTaken() -> throw taken("email", "This e-mail address has an account already.");
            case Registration.UsernameTaken() -> throw taken("username", "This username is taken.");
            case Registration.WeakPassword(String fault) ->
                throw new ProblemException(Failure.invalid("password", fault));
            case Registration.Throttled(Duration retryAfter) -> throw TooMany.untilAfter(retryAfter);
        };
    }

    /** Lets somebody in. */
    @POST
    @Path("/login")
    @Cache(noStore = true)
    @Operation(operationId = "login", summary = "Get a token by e-mail address and password")
    @APIResponse(responseCode = "200", description = "A token")
    @APIResponse(
            responseCode = "401",
            description = "The e-mail address or the password is wrong; which one is not told")
    @APIResponse(responseCode = "403", description = "The account is deactivated")
    @APIResponse(responseCode = "429", description = "Too many sign-ins have failed")
    public TokenResponse login(@NotNull @Valid LoginRequest body) {
        return switch (signingIn.signIn(address(body.email()), body.password())) {
            case SignIn.SignedIn(User user) -> letIn(200, "Welcome back.", user);
            case SignIn.Refused() -> throw refused();
            case SignIn.Inactive() ->
                throw new ProblemException(Failure.of(403, "This account is deactivated. Ask an administrator."));
            case SignIn.Throttled(Duration retryAfter) -> throw TooMany.untilAfter(retryAfter);
        };
    }

    /** Tells the caller who he is. */
    @GET
    @Path("/me")
    @Authenticated
    @Operation(operationId = "getMe", summary = "Who am I?")
    @APIResponse(responseCode = "200", description = "The caller")
    public MeResponse me() {
        return users.find(caller.get().userId())
                .map(UserView::of)
                .map(user -> MeResponse.of(user, caller.isBySession()))
                .orElseThrow(() -> new ProblemException(Failure.unauthorized()));
    }

    private TokenResponse letIn(int status, String message, User user) {
        return TokenResponse.of(status, message, tokens.issueTo(user), UserView.of(user));
    }

    private static EmailAddress address(String valid) {
        return EmailAddress.typed(valid).orElseThrow();
    }

    private static ProblemException refused() {
        Failure unauthorized = Failure.unauthorized();
        return new ProblemException(new Failure(
                401, "The e-mail address or the password is wrong.", List.of(), unauthorized.headers(), null));
    }

    private static ProblemException taken(String field, String detail) {
        return new ProblemException(
                new Failure(409, detail, List.of(new FieldError(field, "is taken")), Map.of(), null));
    }
}
