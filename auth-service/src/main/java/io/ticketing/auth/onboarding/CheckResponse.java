package io.ticketing.auth.onboarding;

import io.ticketing.web.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether onboarding is complete: the envelope, with both at the top level too, where clients look for them.
 *
 * @param hasOnboardingCompleted whether it is
 * @param userType the role in force
 */
@Schema(name = "OnboardingCheckResponse")
public record CheckResponse(
        @Schema(examples = "true") boolean success,
        @Schema(examples = "200") int statusCode,
        @Schema(examples = "Onboarding is complete.") String message,
        State data,
        boolean hasOnboardingCompleted,
        @Schema(examples = "student") String userType) {

    /** The same, where the envelope has its data. */
    @Schema(name = "OnboardingState")
    public record State(
            boolean hasOnboardingCompleted,
            @Schema(examples = "student") String userType) {}

    static CheckResponse of(Caller caller) {
        return new CheckResponse(
                true,
                200,
                caller.onboarded() ? "Onboarding is complete." : "Onboarding is not complete yet.",
                new State(caller.onboarded(), caller.role()),
                caller.onboarded(),
                caller.role());
    }
}
