package io.ticketing.auth.onboarding;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.auth.token.AccessTokens;
import io.ticketing.auth.token.TokenResponse;
import io.ticketing.auth.user.OnboardingAnswers;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.UserView;
import io.ticketing.web.caller.CurrentCaller;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** Completing onboarding, and asking whether it is complete. */
@Path("/api/v1/onboarding")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Onboarding", description = "What somebody answers, and may do, after registering")
@RunOnVirtualThread
public class OnboardingResource {

    private final CompletingOnboarding completing;
    private final AccessTokens tokens;
    private final CurrentCaller caller;

    OnboardingResource(CompletingOnboarding completing, AccessTokens tokens, CurrentCaller caller) {
        this.completing = completing;
        this.tokens = tokens;
        this.caller = caller;
    }

    /** Completes the caller's onboarding. */
    @POST
    @Path("/submit")
    @Cache(noStore = true)
    @Operation(
            operationId = "submitOnboarding",
            summary = "Complete onboarding",
            description =
                    "A student's choice takes effect at once. Whether another role does, or waits for an admin's approval as"
                            + " `requestedRole`, is the operator's policy.")
    @APIResponse(responseCode = "200", description = "Complete, with a fresh token")
    @APIResponse(responseCode = "409", description = "It was complete already")
    public TokenResponse submit(@NotNull @Valid OnboardingRequest body) {
        String userId = caller.get().userId();
        return switch (completing.complete(
                userId, body.role(), answers(body.answers()), Optional.ofNullable(body.skills()))) {
            case Submission.Completed(User user) ->
                TokenResponse.of(200, "Onboarding is complete.", tokens.issueTo(user), UserView.of(user));
            case Submission.AlreadyCompleted() ->
                throw new ProblemException(Failure.of(409, "Onboarding is complete already."));
            case Submission.UserGone() -> throw new ProblemException(Failure.unauthorized());
        };
    }

    /** Tells whether the caller's onboarding is complete. */
    @GET
    @Path("/check")
    @Operation(operationId = "checkOnboarding", summary = "Is onboarding complete?")
    @APIResponse(responseCode = "200", description = "Whether it is, and the role in force")
    public CheckResponse check() {
        return CheckResponse.of(caller.get());
    }

    private static OnboardingAnswers answers(OnboardingRequest.Answers typed) {
        return new OnboardingAnswers(typed.interest(), typed.experience(), typed.source(), typed.work());
    }
}
