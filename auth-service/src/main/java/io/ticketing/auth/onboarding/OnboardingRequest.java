package io.ticketing.auth.onboarding;

import io.ticketing.events.Role;
import io.ticketing.web.input.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to complete onboarding.
 *
 * @param role the role that the user would like
 * @param answers to all four questions
 * @param skills 1 to 20 of 1 to 40 characters each; replace those given before
 */
public record OnboardingRequest(
        @NotNull Role role,
        @NotNull @Valid Answers answers,

        @Size(min = 1, max = 20) @Schema(examples = "[\"networking\", \"java\"]") @Nullable
        List<@NotNull @Text(max = 40) String> skills) {

    /** The answers; each 1 to 200 characters. */
    @Schema(name = "OnboardingRequestAnswers")
    public record Answers(
            @NotNull @Text(max = 200) @Schema(maxLength = 200, examples = "Networks")
            String interest,

            @NotNull @Text(max = 200) @Schema(maxLength = 200, examples = "Three years of support")
            String experience,

            @NotNull @Text(max = 200) @Schema(maxLength = 200, examples = "A friend")
            String source,

            @NotNull @Text(max = 200) @Schema(maxLength = 200, examples = "University")
            String work) {}
}
