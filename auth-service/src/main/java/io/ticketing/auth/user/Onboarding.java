package io.ticketing.auth.user;

import java.time.Instant;

/**
 * That somebody completed onboarding.
 *
 * @param completedAt when
 * @param answers what was answered
 */
public record Onboarding(Instant completedAt, OnboardingAnswers answers) {

    private static final String NOT_ASKED = "–";

    /** That of somebody whom the operator made a user, and nobody asked. */
    public static Onboarding unasked(Instant now) {
        return new Onboarding(now, new OnboardingAnswers(NOT_ASKED, NOT_ASKED, NOT_ASKED, NOT_ASKED));
    }
}
