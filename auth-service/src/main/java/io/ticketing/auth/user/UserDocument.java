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
        String passwordHash,
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
        long tokensNotBefore,
        List<EndedToken> endedTokens,
        Instant createdAt,
        Instant updatedAt,
        @Nullable OutboxState outbox) {

    static UserDocument of(User user, @Nullable OutboxState outbox) {
        Onboarding onboarding = user.onboarding();
        return new UserDocument(
                user.id(),
                user.version(),
                user.username(),
                UsernameKey.of(user.username()),
                user.email(),
                user.passwordHash(),
                user.role(),
                user.status(),
                user.skills(),
                user.location(),
                user.bio(),
                onboarding == null ? null : onboarding.completedAt(),
                onboarding == null ? null : onboarding.answers(),
                user.requestedRole(),
                user.capacity(),
                user.awayUntil(),
                user.tokensNotBefore(),
                user.endedTokens(),
                user.createdAt(),
                user.updatedAt(),
                outbox);
    }

    User user() {
        return new User(
                id,
                version,
                username,
                email,
                passwordHash,
                role,
                status,
                skills,
                location,
                bio,
                onboardingCompletedAt == null || onboardingData == null
                        ? null
                        : new Onboarding(onboardingCompletedAt, onboardingData),
                requestedRole,
                capacity,
                awayUntil,
                tokensNotBefore,
                endedTokens,
                createdAt,
                updatedAt);
    }
}
