package io.ticketing.standing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.AccountStatus;
import io.ticketing.events.Availability;
import io.ticketing.events.RevokedToken;
import io.ticketing.events.Role;
import io.ticketing.events.UserChanged;
import io.ticketing.events.WorkingHours;
import io.ticketing.web.caller.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A user as this service knows him.
 *
 * @param id user id
 * @param sequence the user's version that this is the state of
 * @param awayUntil no new work until then; null when present
 * @param workingHours new work only then; null for always
 */
@RegisterForReflection
public record KnownUser(
        @BsonId String id,
        long sequence,
        String username,
        String email,
        Role role,
        AccountStatus status,
        boolean onboarded,
        List<String> skills,
        int capacity,
        @Nullable Instant awayUntil,
        @Nullable WorkingHours workingHours,
        long tokensNotBefore,
        List<RevokedToken> revokedTokens) {

    static KnownUser of(UserChanged user, long sequence) {
        return new KnownUser(
                user.id(),
                sequence,
                user.username(),
                user.email(),
                user.role(),
                user.status(),
                user.onboarded(),
                user.skills(),
                user.capacity(),
                user.availability().awayUntil(),
                user.availability().workingHours(),
                user.tokensNotBefore(),
                user.revokedTokens());
    }

    /** Whether the account may be used. */
    public boolean isActive() {
        return status == AccountStatus.ACTIVE;
    }

    /** Moderators and admins. */
    public boolean isStaff() {
        return role != Role.STUDENT;
    }

    /** When the user takes new work next: that time itself if he does then. */
    public Instant worksFrom(Instant time) {
        return new Availability(awayUntil, workingHours).nextFrom(time);
    }

    /** What keeps him from working on tickets; empty when nothing does. */
    public Optional<Hindrance> hindrance() {
        if (!isActive()) {
            return Optional.of(Hindrance.DEACTIVATED);
        }
        return isStaff() ? Optional.empty() : Optional.of(Hindrance.NO_STAFF);
    }

    Standing standing() {
        return new Standing(
                sequence,
                role.wireName(),
                isActive(),
                onboarded,
                tokensNotBefore,
                revokedTokens.stream().map(RevokedToken::id).collect(Collectors.toSet()));
    }

    /** The id alone: names and addresses must not end up in a log. */
    @Override
    public String toString() {
        return "KnownUser[id=" + id + "]";
    }
}
