package io.ticketing.auth.onboarding;

import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.auth.user.Onboarding;
import io.ticketing.auth.user.OnboardingAnswers;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Users;
import io.ticketing.events.FactData;
import io.ticketing.events.Role;
import io.ticketing.events.RoleRequested;
import io.ticketing.events.UserOnboarded;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Completes a user's onboarding, once. */
@ApplicationScoped
class CompletingOnboarding {

    private final Users users;
    private final RolePolicySetting setting;
    private final AuditLog audit;
    private final Clock clock;

    CompletingOnboarding(Users users, RolePolicySetting setting, AuditLog audit, Clock clock) {
        this.users = users;
        this.setting = setting;
        this.audit = audit;
        this.clock = clock;
    }

    /** Skills replace those given before, when there are any. Starts over when the user was changed by somebody else meanwhile. */
    Submission complete(String userId, Role chosen, OnboardingAnswers answers, Optional<List<String>> skills) {
        Optional<User> user = users.find(userId);
        while (user.isPresent() && !user.get().isOnboarded()) {
            User onboarded = onboarded(user.get(), chosen, answers, skills);
            if (users.replace(onboarded, recorded(user.get(), onboarded), facts(onboarded))) {
                return new Submission.Completed(onboarded);
            }
            user = users.find(userId);
        }
        return user.isPresent() ? new Submission.AlreadyCompleted() : new Submission.UserGone();
    }

    private User onboarded(User user, Role chosen, OnboardingAnswers answers, Optional<List<String>> skills) {
        RoleChoice choice = setting.policy().decide(user.role(), chosen);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return user.change()
                .onboarding(new Onboarding(now, answers))
                .role(choice.role())
                .requestedRole(choice.requested())
                .skills(skills.orElse(user.profile().skills()))
                .at(now);
    }

    private List<AuditEntry> recorded(User before, User after) {
        List<AuditEntry> entries =
                new ArrayList<>(List.of(audit.done(AuditedAction.ONBOARDED, after.id(), after.id())));
        if (before.role() != after.role()) {
            entries.add(audit.done(AuditedAction.ROLE_CHANGED, after.id(), after.id())
                    .with("from", before.role().wireName())
                    .with("to", after.role().wireName()));
        }
        Role requested = after.requestedRole();
        if (requested != null) {
            entries.add(audit.done(AuditedAction.ROLE_REQUESTED, after.id(), after.id())
                    .with("role", requested.wireName()));
        }
        return entries;
    }

    private static FactData[] facts(User user) {
        UserOnboarded onboarded = new UserOnboarded(user.id(), user.role());
        Role requested = user.requestedRole();
        return requested == null
                ? new FactData[] {onboarded}
                : new FactData[] {onboarded, new RoleRequested(user.id(), requested)};
    }
}
