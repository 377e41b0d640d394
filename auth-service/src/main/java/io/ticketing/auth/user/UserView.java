package io.ticketing.auth.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ticketing.events.AccountStatus;
import io.ticketing.events.Role;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user as the API shows one. Never a password or its hash.
 *
 * @param mongoId the id, as older clients read it
 * @param userOnboardingCompleted the same as {@code onboardingCompleted}, as older clients read it
 * @param staff what matters of moderators and admins; others do not see it of themselves
 */
@Schema(name = "User")
public record UserView(
        @JsonProperty("_id") @Schema(examples = "6650f0a1b2c3d4e5f6a7b8c9")
        String mongoId,

        @Schema(examples = "6650f0a1b2c3d4e5f6a7b8c9") String id,
        @Schema(examples = "ada") String username,
        @Schema(examples = "ada@example.org") String email,
        Role role,
        AccountStatus status,
        List<String> skills,
        @Nullable String location,
        @Nullable String bio,
        boolean onboardingCompleted,
        boolean userOnboardingCompleted,
        @Nullable Instant onboardingCompletedAt,
        @Nullable OnboardingAnswers onboardingData,
        @Nullable Role requestedRole,
        @JsonUnwrapped @Nullable StaffView staff,
        Instant createdAt,
        Instant updatedAt) {

    /** The user as he sees himself. */
    public static UserView of(User user) {
        return of(user, user.isStaff() ? StaffView.of(user) : null);
    }

    /** The user as admins see him, with what would matter once he is staff. */
    public static UserView forAdmin(User user) {
        return of(user, StaffView.of(user));
    }

    private static UserView of(User user, @Nullable StaffView staff) {
        Onboarding onboarding = user.onboarding();
        return new UserView(
                user.id(),
                user.id(),
                user.username(),
                user.email(),
                user.role(),
                user.status(),
                user.profile().skills(),
                user.profile().location(),
                user.profile().bio(),
                user.isOnboarded(),
                user.isOnboarded(),
                onboarding == null ? null : onboarding.completedAt(),
                onboarding == null ? null : onboarding.answers(),
                user.requestedRole(),
                staff,
                user.createdAt(),
                user.updatedAt());
    }
}
