package io.ticketing.auth.user;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody answered at onboarding; each at most 200 characters.
 *
 * @param interest what he is interested in
 * @param experience what he has done
 * @param source how he heard of us
 * @param work what he works on
 */
@RegisterForReflection
public record OnboardingAnswers(
        @Schema(examples = "networks") String interest,
        @Schema(examples = "three years at a help desk") String experience,
        @Schema(examples = "a colleague") String source,
        @Schema(examples = "IT support") String work) {}
