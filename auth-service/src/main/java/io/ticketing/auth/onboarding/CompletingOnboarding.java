package io.ticketing.auth.onboarding;

import io.ticketing.auth.user.Onboarding;
import io.ticketing.auth.user.OnboardingAnswers;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Users;
import io.ticketing.events.Fact;
import io.ticketing.events.FactData;
import io.ticketing.events.Role;
import io.ticketing.events.RoleRequested;
import io.ticketing.events.UserOnboarded;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Completes a user's onboarding, once. */
@ApplicationScoped
class CompletingOnboarding {

    private final Users users;
    private final RolePolicySetting setting;
    private final Clock clock;

    CompletingOnboarding(Users users, RolePolicySetting setting, Clock clock) {
        this.users = users;
        this.setting = setting;
        this.clock = clock;
    }

    /** Skills replace those given before, when there are any. Starts over when the user was changed by somebody else meanwhile. */
    Submission complete(String userId, Role chosen, OnboardingAnswers answers, Optional<List<String>> skills) {
        Optional<User> user = users.find(userId);
        while (user.isPresent() && !user.get().isOnboarded()) {
            User onboarded = onboarded(user.get(), chosen, answers, skills);
            if (users.replace(onboarded, facts(onboarded))) {
                return new Submission.Completed(onboarded);
            }
            user = users.find(userId);
        }
        return user.isPresent() ? new Submission.AlreadyCompleted() : new Submission.UserGone();
    }

    private User onboarded(User user, Role chosen, OnboardingAnswers answers, Optional<List<String>> skills) {
        RoleChoice choice = setting.policy().decide(user.role(), chosen);
        Onboarding done = new Onboarding(clock.instant().truncatedTo(ChronoUnit.MILLIS), answers);
        return user.onboarded(done, choice.role(), choice.requested(), skills.orElse(user.skills()));
    }

    private static Fact[] facts(User user) {
        List<FactData> told = new ArrayList<>(List.of(user.state(), new UserOnboarded(user.id(), user.role())));
        if (user.requestedRole() != null) {
            told.add(new RoleRequested(user.id(), user.requestedRole()));
        }
        return told.stream()
                .map(data -> Fact.of(user.id(), user.version(), user.updatedAt(), data))
                .toArray(Fact[]::new);
    }
}
