package io.ticketing.auth.user;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What somebody answered at onboarding; each at most 200 characters.
 *
 * @param interest what he is interested in
 * @param experience what he has done
 * @param source how he heard of us
 * @param work what he works on
 */
@RegisterForReflection
public record OnboardingAnswers(String interest, String experience, String source, String work) {}
