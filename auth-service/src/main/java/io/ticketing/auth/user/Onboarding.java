package io.ticketing.auth.user;

import java.time.Instant;

/**
 * That somebody completed onboarding.
 *
 * @param completedAt when
 * @param answers what was answered
 */
public record Onboarding(Instant completedAt, OnboardingAnswers answers) {}
