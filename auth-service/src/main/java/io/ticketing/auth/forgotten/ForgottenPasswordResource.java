package io.ticketing.auth.forgotten;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.auth.account.EmailAddress;
import io.ticketing.auth.throttle.RequestThrottle;
import io.ticketing.auth.throttle.TooMany;
import io.ticketing.web.envelope.Envelope;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Having a link mailed that lets set a new password, and setting it. */
@Path("/api/v1/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Auth")
@APIResponse(
        responseCode = "400",
        description = "A field is missing or malformed, or the link or the password is not good")
@RunOnVirtualThread
public class ForgottenPasswordResource {

    private final RequestThrottle throttle;
    private final RequestDesk desk;
    private final ResettingPassword resetting;

    ForgottenPasswordResource(RequestThrottle throttle, RequestDesk desk, ResettingPassword resetting) {
        this.throttle = throttle;
        this.desk = desk;
        this.resetting = resetting;
    }

    /** Has a link mailed, if there is such an account; whether there is one is not told. */
    @POST
    @Path("/forgot-password")
    @ResponseStatus(202)
    @Operation(
            operationId = "forgotPassword",
            summary = "Have a link mailed that lets set a new password",
            description = "The answer is the same whether there is such an account or not.")
    @APIResponse(
            responseCode = "202",
            description = "If there is such an account, a link is on its way",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "EnvelopeVoid")))
    public Envelope<Void> forgotPassword(@NotNull @Valid ForgotPasswordRequest body) {
        String email = EmailAddress.typed(body.email()).orElseThrow().value();
        refuseIfTooMany(throttle.forgottenPassword(email));
        desk.take(email);
        return new Envelope<>(true, 202, "If there is such an account, a link is on its way to its address.", null);
    }

    /** Sets a new password by the token of such a link. */
    @POST
    @Path("/reset-password")
    @Operation(
            operationId = "resetPassword",
            summary = "Set a new password by a mailed link",
            description = "The link works once, for an hour. All tokens of before end, and the address is proven.")
    @APIResponse(responseCode = "200", description = "The new password is set")
    public Envelope<Void> resetPassword(@NotNull @Valid ResetPasswordRequest body) {
        refuseIfTooMany(throttle.mailedLink());
        return switch (resetting.reset(body.token(), body.password())) {
            case Reset.Done() -> Envelope.ok("The new password is set; sign in with it.", null);
            case Reset.BadLink() ->
                throw new ProblemException(Failure.invalid("token", "is unknown, was used or has expired"));
            case Reset.WeakPassword(String fault) -> throw new ProblemException(Failure.invalid("password", fault));
        };
    }

    private static void refuseIfTooMany(Optional<Duration> wait) {
        wait.ifPresent(time -> {
            throw TooMany.untilAfter(time);
        });
    }
}
