package io.ticketing.auth.user;

import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.AccountStatus;
import io.ticketing.events.Role;
import io.ticketing.outbox.OutboxState;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A {@link User} as it lies in the collection {@code users}, together with the facts that wait to be told. */
@MongoEntity(collection = "users")
@RegisterForReflection
public record UserDocument(
        @BsonId String id,
        long version,
        String username,
        String usernameKey,
        String email,
        @Nullable String passwordHash,
        @Nullable String googleSub,
        boolean emailProven,
        @Nullable PendingLink emailProof,
        @Nullable PendingLink passwordReset,
        Role role,
        AccountStatus status,
        List<String> skills,
        @Nullable String location,
        @Nullable String bio,
        @Nullable Instant onboardingCompletedAt,
        @Nullable OnboardingAnswers onboardingData,
        @Nullable Role requestedRole,
        int capacity,
        @Nullable Instant awayUntil,
        @Nullable WorkingWeek workingHours,
        long tokensNotBefore,
        List<EndedToken> endedTokens,
        Instant createdAt,
        Instant updatedAt,
        @Nullable OutboxState outbox) {

    static UserDocument of(User user, @Nullable OutboxState outbox) {
        Profile profile = user.profile();
        Credentials credentials = user.credentials();
        Onboarding onboarding = user.onboarding();
        return new UserDocument(
                user.id(),
                user.version(),
                profile.username(),
                UsernameKey.of(profile.username()),
                user.email(),
                credentials.passwordHash(),
                credentials.googleSub(),
                credentials.emailProven(),
                credentials.emailProof(),
                credentials.passwordReset(),
                user.role(),
                user.status(),
                profile.skills(),
                profile.location(),
                profile.bio(),
                onboarding == null ? null : onboarding.completedAt(),
                onboarding == null ? null : onboarding.answers(),
                user.requestedRole(),
                user.workload().capacity(),
                user.workload().awayUntil(),
                user.workload().workingHours(),
                user.tokens().notBefore(),
                user.tokens().ended(),
                user.createdAt(),
                user.updatedAt(),
                outbox);
    }

    User user() {
        return new User(
                id,
                version,
                email,
                new Profile(username, skills, location, bio),
                new Credentials(passwordHash, googleSub, emailProven, emailProof, passwordReset),
                role,
                status,
                onboardingCompletedAt == null || onboardingData == null
                        ? null
                        : new Onboarding(onboardingCompletedAt, onboardingData),
                requestedRole,
                new Workload(capacity, awayUntil, workingHours),
                new TokenLimits(tokensNotBefore, endedTokens),
                createdAt,
                updatedAt);
    }

    /** Nothing personal, so that it may stand in a log. */
    @Override
    public String toString() {
        return "UserDocument[" + id + "]";
    }
}
